/** One request and its answer: when it ends, what is known of its effect then, and what it carried. */
import type {
	IAllExecuteFunctions,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { Failure, asFailure } from '../../../../../nodes/shared/contract/failure';
import type { Effect } from '../../../../../nodes/shared/contract/vendor';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { exchange, hostOf } from '../../../../../nodes/shared/request/transport';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock();
afterAll(() => clock.close());

/** The context with which n8n's helper is called. */
type Sender = Pick<IExecuteFunctions, 'getExecutionCancelSignal' | 'getCredentials'>;

interface Given {
	send?: (sender: Sender, options: IHttpRequestOptions, credential: string) => Promise<unknown>;
	options?: Partial<IHttpRequestOptions>;
	effect?: Effect;
	signal?: AbortSignal;
	confirm?: (data: IDataObject) => void;
	vendor?: object;
	secrets?: Secrets;
	credentials?: IDataObject;
}

const OK = { statusCode: 200, headers: {}, body: { a: 1 } };

async function exchanged({
	send = async () => await Promise.resolve(OK),
	options,
	effect = 'read',
	signal,
	confirm = () => undefined,
	vendor,
	secrets = new Secrets(),
	credentials = {},
}: Given = {}) {
	const context = {
		getCredentials: async () => await Promise.resolve(credentials),
		helpers: {
			async httpRequestWithAuthentication(
				this: Sender,
				credential: string,
				given: IHttpRequestOptions,
			) {
				return await send(this, given, credential);
			},
		},
	} as unknown as IAllExecuteFunctions;
	const sending = {
		...{ context, clock, secrets, signal, confirm },
		vendor: { credential: 'someCloudApi', ...vendor },
	};
	const given = { url: '/', baseURL: 'https://kafka.example:8443', ...options };
	return await exchange(sending, given, effect);
}

const thrownBy = async (given: Given) => {
	const error: unknown = await exchanged(given).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Failure);
	return error as Failure;
};

const axiosError = (more: object) => Object.assign(new Error('x'), { isAxiosError: true, ...more });

/** Sends what never gets an answer, and ends as n8n does: at the signal that it is given. */
const silent = async (sender: Sender) =>
	await new Promise((_, reject) => {
		const signal = sender.getExecutionCancelSignal();
		const end = () => reject(axiosError({ code: 'ERR_CANCELED' }));
		if (signal?.aborted) end();
		signal?.addEventListener('abort', end);
		void clock.sleep(3_600_000);
	});

test('n8n gets the request with what must not happen: no redirect, no status that throws but 401', async () => {
	const sent: unknown[] = [];
	await exchanged({
		send: async (_, options, credential) => {
			sent.push(credential, options);
			return await Promise.resolve(OK);
		},
		options: { method: 'POST' },
	});
	expect(sent).toEqual([
		'someCloudApi',
		{
			url: '/',
			baseURL: 'https://kafka.example:8443',
			method: 'POST',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		},
	]);
});

test('an answer without headers has none', async () => {
	const answer = await exchanged({ send: async () => await Promise.resolve({ statusCode: 200 }) });
	expect(answer.headers).toEqual({});
});

describe('a host that the credential does not allow', () => {
	test.each([
		[{ allowedDomains: 'other.example' }, 'kafka.example'],
		[
			{ allowedDomains: 'other.example', baseURL: undefined, url: 'https://x.example/' },
			'x.example',
		],
	])('is not asked: %j', async (options, host) => {
		const send = jest.fn();
		const failure = await thrownBy({ options, send });
		expect(failure.kind).toBe('notSent');
		expect(failure.message).toContain(host);
		expect(failure.details.advice).toContain(host);
		expect(send).not.toHaveBeenCalled();
	});
});

describe('an answer that does not come', () => {
	test.each([
		[undefined, TIMES.answer, '5 minutes'],
		[0, TIMES.answer, '5 minutes'],
		['x', TIMES.answer, '5 minutes'],
		[1_000, 1_000, '1 second'],
		[90_000, 90_000, '90 seconds'],
		[120_000, 120_000, '2 minutes'],
		[150_000, 150_000, '2.5 minutes'],
	])('within %s milliseconds is given up after %d', async (timeout, time, text) => {
		const start = clock.monotonic();
		const failure = await thrownBy({ send: silent, options: { timeout: timeout as number } });
		expect(clock.monotonic() - start).toBe(time);
		expect(failure.kind).toBe('lost');
		expect(failure.message).toBe(
			`no complete response came back from kafka.example:8443 within ${text}`,
		);
		expect(failure.details.advice).toContain("'Timeout' in 'Request Options'");
	});

	test('as no connection came about stays one that was not sent, however late that is known', async () => {
		const refused = axiosError({ code: 'ECONNREFUSED', syscall: 'connect' });
		const failure = await thrownBy({
			effect: 'write',
			options: { timeout: 1_000 },
			send: async () => {
				await clock.sleep(2_000);
				throw refused;
			},
		});
		expect(failure).toMatchObject({ kind: 'unreachable', mayHaveHappened: false });
	});

	test('to a read ends with the execution', async () => {
		const stop = new AbortController();
		void clock.sleep(500).then(() => stop.abort());
		const start = clock.monotonic();
		const failure = await thrownBy({ send: silent, signal: stop.signal });
		expect(failure.kind).toBe('cancelled');
		expect(clock.monotonic() - start).toBe(500);
	});

	test('to a write is waited for, as it tells the ID of what was made', async () => {
		const stop = new AbortController();
		void clock.sleep(500).then(() => stop.abort());
		const start = clock.monotonic();
		const options = { timeout: 2_000 };
		const failure = await thrownBy({ send: silent, signal: stop.signal, effect: 'write', options });
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(clock.monotonic() - start).toBe(2_000);
	});

	test('to a write that was not even sent ends with the execution', async () => {
		const failure = await thrownBy({
			effect: 'write',
			signal: AbortSignal.abort(),
			send: async () => await Promise.reject(new Failure('notSent', 'no token')),
		});
		expect(failure.kind).toBe('cancelled');
	});
});

describe('what is fetched before a request', () => {
	const endOf = async (effect: Effect, signal?: AbortSignal) => {
		const ends: AbortSignal[] = [];
		await exchanged({
			effect,
			signal,
			vendor: { endSessionAt: (_: unknown, end: AbortSignal) => ends.push(end) },
			send: async (sender) => {
				await sender.getCredentials('someCloudApi');
				return OK;
			},
		});
		return ends[0];
	};

	test.each(['read', 'write'] as const)('ends with the execution, of a %s too', async (effect) => {
		const stop = new AbortController();
		const end = await endOf(effect, stop.signal);
		expect(end.aborted).toBe(false);
		stop.abort();
		expect(end.aborted).toBe(true);
	});

	test('ends in time without an execution that can be stopped', async () => {
		const end = await endOf('read');
		clock.advance(TIMES.answer);
		expect(end.aborted).toBe(true);
	});
});

describe('the credential', () => {
	const read = async (sender: Sender) => {
		await sender.getCredentials('someCloudApi');
		return OK;
	};

	test('that n8n reads to sign is checked before anything is sent', async () => {
		const failure = await thrownBy({
			send: read,
			credentials: { account: 'other' },
			confirm: ({ account }) => {
				throw new Failure('notSent', `of ${String(account)}`);
			},
		});
		expect(failure).toMatchObject({ kind: 'notSent', message: 'of other' });
	});

	test('is masked afterwards, with the token that n8n put into it, also after a failure', async () => {
		for (const fails of [false, true]) {
			const secrets = new Secrets();
			const credentials: IDataObject = { password: 'Tops3cret!' };
			const sessions = () => [{ token: 'T0ken-of-another' }];
			await exchanged({
				secrets,
				credentials,
				vendor: { sessions },
				send: async (sender) => {
					await sender.getCredentials('someCloudApi');
					credentials.token = 'T0ken-of-n8n';
					if (fails) throw axiosError({ code: 'ECONNRESET' });
					return OK;
				},
			}).catch(() => undefined);
			const hidden = secrets.hide('Tops3cret! T0ken-of-n8n T0ken-of-another');
			expect(hidden).toBe('******** ******** ********');
		}
	});
});

describe('what is thrown in the place of an answer', () => {
	const takenFor = async (error: unknown, more: Given = {}) =>
		await thrownBy({ send: async () => await Promise.reject(error), ...more });

	test('is found behind what n8n wraps around it', async () => {
		const inner = axiosError({ code: 'ECONNREFUSED', syscall: 'connect' });
		const wrapped = (depth: number): Error =>
			depth === 0 ? inner : Object.assign(new Error('wrap'), { cause: wrapped(depth - 1) });
		for (const depth of [0, 1, 2, 3]) {
			expect(await takenFor(wrapped(depth))).toMatchObject({ kind: 'unreachable' });
		}
	});

	test('is a failure of ours as it is, whatever caused it', async () => {
		const own = asFailure(new TypeError('a defect'));
		expect(own.cause).toBeDefined();
		expect(await takenFor(own)).toBe(own);
	});

	test('is itself where it has no cause', async () => {
		const bare = Object.assign(new Error('odd'), { cause: null });
		expect(await takenFor(bare)).toMatchObject({ kind: 'notSent', message: 'odd' });
	});

	test('is a failure of ours as it is, also inside', async () => {
		const own = new Failure('busy', 'own');
		expect(await takenFor(own)).toBe(own);
		expect(await takenFor(Object.assign(new Error('x'), { cause: own }))).toBe(own);
	});

	test('is what the credential says, with its advice', async () => {
		const refusal = Object.assign(new UserError('no key', { description: 'Enter one.' }), {
			cause: axiosError({ code: 'ECONNRESET' }),
		});
		const failure = await takenFor(Object.assign(new Error('x'), { cause: refusal }));
		expect(failure).toMatchObject({ kind: 'notSent', message: 'no key' });
		expect(failure.details.advice).toBe('Enter one.');
		expect((await takenFor(new UserError('no'))).details.advice).toBeUndefined();
	});

	test('is nothing that was sent, of any other kind', async () => {
		const failure = await takenFor(Object.assign(new Error('odd'), { description: 'Do it.' }));
		expect(failure).toMatchObject({ kind: 'notSent', message: 'odd' });
		expect(failure.details.advice).toBe('Do it.');
		expect((await takenFor({})).message).toBe('unknown reason');
		expect((await takenFor(Object.assign(new Error('n'), { description: null }))).details).toEqual({
			advice: undefined,
		});
	});

	test.each([
		['ECONNREFUSED', 'the service refused the connection'],
		['ENOTFOUND', 'the host name does not exist'],
		['EAI_AGAIN', 'the host name could not be resolved'],
		['EHOSTUNREACH', 'the host is unreachable'],
		['ENETUNREACH', 'the network is unreachable'],
	])('%s says that the host was not reached, and why', async (code, reason) => {
		const failure = await takenFor(axiosError({ code, cause: { syscall: 'connect' } }));
		expect(failure.kind).toBe('unreachable');
		expect(failure.message).toBe(`kafka.example:8443 is unreachable: ${reason}`);
		expect(failure.details.fault).toBe(code);
	});

	test('on a connection that stood leaves open what happened, by its cause too', async () => {
		const failure = await takenFor(
			axiosError({ code: 'EHOSTUNREACH', cause: { syscall: 'read' } }),
		);
		expect(failure.kind).toBe('lost');
		expect(failure.message).toBe('no response came back from kafka.example:8443');
		expect(failure.details.fault).toBe('EHOSTUNREACH');
	});

	test('without a code names none', async () => {
		for (const code of [undefined, 7, '']) {
			const failure = await takenFor(axiosError({ code }));
			expect(failure.kind).toBe('lost');
			expect(failure.details.fault).toBeUndefined();
		}
	});

	test('after a part of the answer says that it was not complete', async () => {
		const { message } = await takenFor(axiosError({ code: 'x', response: { status: 200 } }));
		expect(message).toBe('no complete response came back from kafka.example:8443');
		expect((await takenFor(axiosError({ response: {} }))).message).toContain('no response came');
	});

	test('a certificate that is not trusted proves that nothing was sent, and lasts', async () => {
		const failure = await takenFor(axiosError({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }));
		expect(failure).toMatchObject({ kind: 'unreachable', mayHaveHappened: false });
		expect(failure.message).toMatch(/^kafka\.example:8443 /);
		expect(failure.details).toMatchObject({
			isLasting: true,
			fault: 'DEPTH_ZERO_SELF_SIGNED_CERT',
		});
	});

	test('of an execution that is stopped, a read is a stop and a write is not', async () => {
		const signal = AbortSignal.abort();
		const reset = axiosError({ code: 'ECONNRESET' });
		expect((await takenFor(reset, { signal })).kind).toBe('cancelled');
		expect((await takenFor(reset, { signal, effect: 'write' })).kind).toBe('lost');
	});

	test('other statuses than 401 are no answer', async () => {
		const response = { status: 403, headers: {}, data: 'x' };
		expect((await takenFor(axiosError({ response }))).kind).toBe('lost');
	});
});

test('the host of an address is that with its port', () => {
	expect(hostOf('https://a.example:1/x')).toBe('a.example:1');
	expect([hostOf('/'), hostOf()]).toEqual(['the service', 'the service']);
});
