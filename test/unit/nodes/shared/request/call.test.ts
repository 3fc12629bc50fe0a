/** One request and its repetition: what is sent, when it is sent again, and what comes of the answer. */
import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { FailureKind } from '../../../../../nodes/shared/contract/failure';
import type { Operation } from '../../../../../nodes/shared/contract/operation';
import type { ApiRequest, Vendor } from '../../../../../nodes/shared/contract/vendor';
import { call } from '../../../../../nodes/shared/request/call';
import { callAgain } from '../../../../../nodes/shared/request/callAgain';
import { inCloudTime, readClock } from '../../../../../nodes/shared/request/cloudTime';
import type { Connection } from '../../../../../nodes/shared/request/connection';
import { lookAgain } from '../../../../../nodes/shared/request/lookAgain';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { operationContext } from '../../../../support/operationContext';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock();
afterAll(() => clock.close());

type Reply = { status?: number; headers?: IDataObject; body?: unknown };

let count = 0;

function connectionTo(
	reply: (sent: IHttpRequestOptions, count: number) => Reply | Promise<Reply>,
	given: Partial<Vendor> = {},
	more: Partial<Connection> = {},
) {
	const sent: IHttpRequestOptions[] = [];
	const vendor = {
		credential: 'someCloudApi',
		pace: () => ({ perSecond: Infinity, atOnce: 10 }),
		unauthorized: (_: unknown, host: string) => new Failure('refused', `rejected by ${host}`),
		decode({ status, body }: Reply) {
			if ((status ?? 200) >= 500) throw new Failure('broken', `broke down: ${String(body)}`);
			if (status === 400) throw new Failure('refused', `rejected: ${String(body)}`);
			return (body ?? {}) as IDataObject;
		},
		...given,
	} as unknown as Vendor;
	const context = {
		getCredentials: async () => await Promise.resolve({}),
		helpers: {
			async httpRequestWithAuthentication(_: string, options: IHttpRequestOptions) {
				const count = sent.push(options);
				const { status = 200, headers = {}, body } = await reply(options, count);
				if (status !== 401) return { statusCode: status, headers, body };
				throw Object.assign(new Error(), {
					isAxiosError: true,
					response: { status, headers, data: body },
				});
			},
		},
	};
	const connection: Connection = {
		context: context as unknown as IAllExecuteFunctions,
		vendor,
		clock,
		options: { baseURL: 'https://kafka.example', timeout: 5_000 },
		finalRegion: 'here',
		addressee: `account ${++count}`,
		confirm: () => undefined,
		elsewhere: () => connection,
		secrets: new Secrets(),
		...more,
	};
	return { connection, sent };
}

const request: ApiRequest = { api: 'List', effect: 'read', method: 'GET', path: '/things' };
const write: ApiRequest = { ...request, api: 'Create', effect: 'write', method: 'POST' };
const thrownBy = async (task: Promise<unknown>) =>
	(await task.catch((error: unknown) => error)) as Failure;

describe('a request', () => {
	test('is sent with what it holds, below the endpoint', async () => {
		const { connection, sent } = connectionTo(() => ({ body: { a: 1 } }));
		const body = { name: 'x' };
		const given = { ...write, query: { limit: 1 }, body, headers: { 'x-a': 1 } };
		expect(await call(connection, given)).toEqual({ a: 1 });
		expect(sent[0]).toMatchObject({
			baseURL: 'https://kafka.example',
			method: 'POST',
			url: '/things',
			qs: { limit: 1 },
			body,
			headers: { 'x-a': 1 },
		});
		// A credential that signs may change what it gets.
		expect(sent[0].body).not.toBe(body);
	});

	test('without a body has none', async () => {
		const { connection, sent } = connectionTo(() => ({ body: { a: 1 } }));
		await call(connection, request);
		expect(sent[0]).toMatchObject({ qs: {}, body: undefined, headers: {} });
	});

	test('for another region has the headers of that, and of its own none', async () => {
		const regionHeaders = (region: string) => ({ 'x-region': region });
		const other = connectionTo(() => ({ body: { a: 1 } }), { regionHeaders }, { region: 'there' });
		await call(other.connection, request);
		expect(other.sent[0].headers).toEqual({ 'x-region': 'there' });
		const own = connectionTo(() => ({ body: { a: 1 } }), { regionHeaders });
		await call(own.connection, request);
		expect(own.sent[0].headers).toEqual({});
	});

	test('is put into the envelope of the vendor, with the final region', async () => {
		const envelope: Vendor['envelope'] = (given, region) => ({ ...given, query: { region } });
		const { connection, sent } = connectionTo(() => ({ body: { a: 1 } }), { envelope });
		await call(connection, request);
		expect(sent[0].qs).toEqual({ region: 'here' });
	});

	test('tells the time of the cloud', async () => {
		const date = new Date(Math.floor(clock.now() / 1000) * 1000 + 3_600_000).toUTCString();
		const { connection } = connectionTo(() => ({ body: { a: 1 }, headers: { Date: date } }));
		await call(connection, request);
		expect(inCloudTime(connection.addressee, readClock(clock))).toBe(Date.parse(date));
	});

	test('waits for its turn among those of one account and operation', async () => {
		const pace = () => ({ perSecond: Infinity, atOnce: 1 });
		let under = 0;
		let most = 0;
		const reply = async () => {
			most = Math.max(most, ++under);
			await clock.sleep(100);
			under--;
			return { body: { a: 1 } };
		};
		const { connection } = connectionTo(reply, { pace });
		await Promise.all([call(connection, request), call(connection, request)]);
		expect(most).toBe(1);
		const other = { ...connection, addressee: 'another' };
		await Promise.all([call(connection, request), call(other, request)]);
		expect(most).toBe(2);
		most = 0;
		await Promise.all([call(connection, request), call(connection, write)]);
		expect(most).toBe(2);
	});
});

describe('an answer', () => {
	test('without content is nothing that was read, and is asked for again', async () => {
		const { connection, sent } = connectionTo(() => ({ body: {} }));
		const failure = await thrownBy(call(connection, request));
		expect(failure.message).toBe('the response was empty');
		expect(failure.details.advice).toContain('proxy');
		expect(sent).toHaveLength(5);
	});

	test('without content is the success of a write', async () => {
		const { connection } = connectionTo(() => ({}));
		expect(await call(connection, write)).toEqual({});
	});

	test('with status 401 is in the words of the vendor', async () => {
		const { connection } = connectionTo(() => ({ status: 401 }));
		const failure = await thrownBy(call(connection, request));
		expect(failure.message).toBe('rejected by kafka.example');
	});

	test('that broke down is asked for again of a read, and never of a write', async () => {
		const reply = (_: unknown, count: number) => (count < 3 ? { status: 500 } : { body: { a: 1 } });
		const reading = connectionTo(reply);
		expect(await call(reading.connection, request)).toEqual({ a: 1 });
		const writing = connectionTo(reply);
		expect(await thrownBy(call(writing.connection, write))).toMatchObject({
			kind: 'broken',
			mayHaveHappened: true,
		});
		expect(writing.sent).toHaveLength(1);
	});

	test('to a read that fails has changed nothing', async () => {
		const { connection } = connectionTo(() => ({ status: 500 }));
		expect((await thrownBy(call(connection, request))).mayHaveHappened).toBe(false);
	});
});

describe('what an answer repeats', () => {
	const echo = () => ({
		status: 400,
		body: 'Tops3cret!, of orders-Tops3cret!, and Tops3cret!-key',
	});

	test('is masked where it was sent as a secret', async () => {
		const { connection } = connectionTo(echo);
		const body = { password: 'Tops3cret!' };
		const { message } = await thrownBy(call(connection, { ...write, body }));
		expect(message).not.toContain('Tops3cret');
	});

	test.each([
		['query', { query: { name: 'orders-Tops3cret!' } }],
		['body', { body: { name: 'orders-Tops3cret!' } }],
		['path', { path: '/things/orders-Tops3cret%21' }],
	])('stays readable where it was sent openly in the %s', async (_, more) => {
		const { connection } = connectionTo(echo);
		const body = { password: 'Tops3cret!', ...('body' in more ? more.body : {}) };
		const { message } = await thrownBy(call(connection, { ...write, ...more, body }));
		expect(message).toBe('rejected: ********, of orders-Tops3cret!, and ********-key');
	});
});

test('a failure is as long as somebody reads, whatever a service says, and a secret in it is not cut in two', async () => {
	const body = { password: 'Tops3cret!' };
	const said = `${'x'.repeat(490)} Tops3cret! ${'x'.repeat(1_000_000)}`;
	const { connection } = connectionTo(() => ({ status: 400, body: said }));
	const { message } = await thrownBy(call(connection, { ...write, body }));
	expect(message.length).toBeLessThan(600);
	expect(message).not.toContain('Tops');
});

test.each(['/things/..', '/things/./x', '/things/../x'])('%s is not sent', async (path) => {
	const { connection, sent } = connectionTo(() => ({ body: { a: 1 } }));
	expect(await thrownBy(call(connection, { ...request, path }))).toMatchObject({ kind: 'notSent' });
	expect(sent).toEqual([]);
});

test('a request of an execution that is stopped is not sent', async () => {
	const { connection, sent } = connectionTo(() => ({}), {}, { signal: AbortSignal.abort() });
	expect(await thrownBy(call(connection, request))).toMatchObject({ kind: 'cancelled' });
	expect(sent).toEqual([]);
});

describe('a write that the operation sends again', () => {
	const again = async (
		kinds: FailureKind[],
		decide: NonNullable<Operation['again']>,
		signal?: AbortSignal,
	) => {
		const notes: string[] = [];
		const item = operationContext({
			clock,
			signal,
			about: ' (Name: x)',
			note: (text) => void notes.push(text),
			call: async () => {
				const kind = kinds.shift();
				if (kind) throw new Failure(kind, `it was ${kind}`);
				return await Promise.resolve({ a: 1 });
			},
		});
		return { notes, sent: callAgain(item, { again: decide } as Operation, write) };
	};

	test('is told how often and how long it has been tried, and waits as it says', async () => {
		const tries: unknown[] = [];
		const { notes, sent } = await again(['busy', 'lost'], async (_, given, { kind }, tried) => {
			tries.push([given.api, kind, tried]);
			return await Promise.resolve(1_500);
		});
		expect(await sent).toEqual({ a: 1 });
		expect(tries).toEqual([
			['Create', 'busy', { count: 1, elapsed: 0 }],
			['Create', 'lost', { count: 2, elapsed: 1_500 }],
		]);
		expect(notes).toEqual([
			'Create thing: it was busy; it is sent again (Name: x)',
			'Create thing: it was lost; it is sent again (Name: x)',
		]);
	});

	test('is let be where the operation says nothing, or has nothing to say', async () => {
		const { sent } = await again(['busy'], async () => await Promise.resolve(undefined));
		expect((await thrownBy(sent)).kind).toBe('busy');
		const { sent: none } = await again(['busy'], undefined as never);
		expect((await thrownBy(none)).kind).toBe('busy');
	});

	test('is sent again at once after no time', async () => {
		const { sent } = await again(['busy'], async () => await Promise.resolve(0));
		expect(await sent).toEqual({ a: 1 });
	});

	test('is not sent in an execution that is stopped', async () => {
		const { sent } = await again(
			['busy'],
			async () => await Promise.resolve(1),
			AbortSignal.abort(),
		);
		expect((await thrownBy(sent)).message).toContain('waiting to send this again (Name: x)');
	});
});

describe('a look', () => {
	const looks = async (enough: number, signal?: AbortSignal) => {
		let count = 0;
		const start = clock.monotonic();
		const times: number[] = [];
		const found = lookAgain(
			{ clock, signal },
			async () => {
				times.push(clock.monotonic() - start);
				return await Promise.resolve(++count);
			},
			(found) => found >= enough,
			'while looking',
		);
		return { found: await found.catch((error: unknown) => error), times };
	};

	test('that is enough is the last one', async () => {
		expect(await looks(1)).toEqual({ found: 1, times: [0] });
		expect(await looks(3)).toEqual({ found: 3, times: [0, 1_000, 3_000] });
	});

	test('that is never enough ends after ten seconds', async () => {
		expect(await looks(9)).toEqual({ found: 5, times: [0, 1_000, 3_000, 6_000, 10_000] });
	});

	test('ends with the execution', async () => {
		const { found } = await looks(9, AbortSignal.abort());
		expect((found as Failure).message).toContain('while looking');
	});
});
