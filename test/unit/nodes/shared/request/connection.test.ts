/** Whom requests are for, and what signs them: the same addressee for one account, whatever leads there. */
import type { IAllExecuteFunctions, IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { Vendor } from '../../../../../nodes/shared/contract/vendor';
import {
	connect,
	connectItem,
	connectionFor,
	type Connection,
} from '../../../../../nodes/shared/request/connection';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { someNode } from '../../../../support/someNode';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock();
afterAll(() => clock.close());

const OWN: IDataObject = { region: 'cn-a', account: 'me', endpoint: 'https://kafka.example' };
const endpoint = jest.fn(
	({ endpoint }: IDataObject, region?: string, api?: string) =>
		`${String(endpoint)}${region ? `/${region}` : ''}${api === 'Other' ? ':8443' : ''}`,
);
const vendor = {
	name: 'Some Cloud',
	credential: 'someCloudApi',
	endpoint,
	account: ({ account }: IDataObject, region: string) => `${String(account)} in ${region}`,
} as unknown as Vendor;

const contextOf = (credentials: IDataObject | Error) =>
	({
		getNode: () => someNode,
		getCredentials: async (type: string) => {
			expect(type).toBe('someCloudApi');
			if (credentials instanceof Error) throw credentials;
			return await Promise.resolve(credentials);
		},
	}) as unknown as IAllExecuteFunctions;

const base = (credentials: IDataObject | Error, more: Partial<Connection> = {}) => ({
	context: contextOf(credentials),
	vendor,
	clock,
	options: { timeout: 7 },
	secrets: new Secrets(),
	...more,
});
const item = async (
	credentials: IDataObject | Error,
	more: Partial<Connection> = {},
	api = 'List',
) => await connectItem(base(credentials, more), api);

const thrownBy = async (task: Promise<unknown>) =>
	(await task.catch((error: unknown) => error)) as Failure;
const confirmed = ({ confirm }: Connection, credentials: IDataObject) => {
	try {
		confirm(credentials);
	} catch (error) {
		return error as Failure;
	}
	return undefined;
};

describe('the connection of an item', () => {
	test('has the account, origin, and region of its credential as addressee', async () => {
		const connection = await item(OWN);
		expect(connection.addressee).toBe('me in cn-a|https://kafka.example|cn-a');
		expect(connection.finalRegion).toBe('cn-a');
		expect(connection.options).toEqual({ timeout: 7, baseURL: 'https://kafka.example' });
	});

	test('has the region of the option in the place of the credential', async () => {
		const connection = await item(OWN, { region: 'cn-b' });
		expect(connection.addressee).toBe('me in cn-b|https://kafka.example/cn-b|cn-b');
		expect(connection.region).toBe('cn-b');
	});

	test('has the host of the operation', async () => {
		expect((await item(OWN, {}, 'Other')).options.baseURL).toBe('https://kafka.example:8443');
	});

	test.each([
		['https://kafka.example.', 'https://kafka.example'],
		['https://kafka.example.:8443', 'https://kafka.example:8443'],
		['https://a.b', 'https://a.b'],
	])('is that of one host, however it is written: %s', async (endpoint, origin) => {
		expect((await item({ ...OWN, endpoint })).addressee).toContain(`|${origin}|`);
	});

	test('does not ask what the credential does not allow', async () => {
		const restricted = { allowedHttpRequestDomains: 'domains', allowedDomains: 'other.example' };
		const { allowedDomains } = (await item({ ...OWN, ...restricted })).options;
		expect(allowedDomains).toContain('other.example');
		expect((await item(OWN)).options).not.toHaveProperty('allowedDomains');
	});

	test.each([
		['cannot be read', new Error('no such credential'), 'no such credential'],
		['leads nowhere', { ...OWN, region: '!' }, "'Region'"],
	])('with a credential that %s is none, and nothing is sent', async (_, credentials, message) => {
		const failure = await thrownBy(item(credentials));
		expect(failure).toBeInstanceOf(Failure);
		expect(failure.kind).toBe('notSent');
		expect(failure.message).toContain(message);
	});

	test('with a credential that cannot be read keeps the advice', async () => {
		const error = Object.assign(new Error('no'), { description: 'Create it.' });
		expect((await thrownBy(item(error))).details.advice).toBe('Create it.');
		endpoint.mockImplementationOnce(() => {
			throw Object.assign(new Error('bad endpoint'), { description: 'Correct it.' });
		});
		expect((await thrownBy(item(OWN))).details.advice).toBe('Correct it.');
	});
});

describe('a credential that is read anew to sign with', () => {
	test('and leads to the same place signs', async () => {
		expect(confirmed(await item(OWN), { ...OWN, password: 'new' })).toBeUndefined();
	});

	test.each([
		['endpoint', { endpoint: 'https://evil.example' }, 'endpoint or region'],
		['region', { region: 'cn-z' }, 'endpoint or region'],
		['account', { account: 'somebody' }, 'account'],
	])('and has another %s signs nothing', async (_, more, what) => {
		const failure = confirmed(await item(OWN), { ...OWN, ...more });
		expect(failure).toMatchObject({ kind: 'notSent' });
		expect(failure?.message).toBe(`the credential's ${what} has changed in the meantime`);
		expect(failure?.details.advice).toContain('Check the credential');
	});

	test('is held to the region and the host of the operation', async () => {
		const connection = await item(OWN, { region: 'cn-b' }, 'Other');
		expect(confirmed(connection, { ...OWN, region: 'cn-z' })).toBeUndefined();
	});
});

describe('the connection of a trigger or a list', () => {
	const own = async (credentials = OWN, region?: string) =>
		await connect(contextOf(credentials), vendor, clock, region);

	test('has half a minute for an answer', async () => {
		const connection = await own();
		expect(connection.options).toEqual({ timeout: 30_000, baseURL: 'https://kafka.example' });
		expect(connection.addressee).toBe('me in cn-a|https://kafka.example|cn-a');
		expect(connection).not.toHaveProperty('credentials');
	});

	test('takes another region, and an empty one as none', async () => {
		expect((await own(OWN, 'cn-b')).finalRegion).toBe('cn-b');
		const plain = await own(OWN, '');
		expect([plain.finalRegion, plain.region]).toEqual(['cn-a', undefined]);
	});

	test('masks what the credential holds', async () => {
		const { secrets } = await own({ ...OWN, password: 'Tops3cret!' });
		expect(secrets.hide('it is Tops3cret!')).toBe('it is ********');
	});
});

describe('an operation of another service of the vendor', () => {
	const serviceOf = (api: string) => (api === 'Other' ? 'logs' : 'kafka');
	const both = { ...vendor, serviceOf } as unknown as Vendor;

	test('has a host, an addressee, and a restriction of its own, and everything else in common', async () => {
		const restricted = { ...OWN, allowedHttpRequestDomains: 'none' };
		const connection = await item(restricted, { vendor: both });
		const there = connectionFor(connection, 'Other');
		expect(there.service).toBe('logs');
		expect(there.addressee).toBe('me in cn-a|https://kafka.example:8443|cn-a');
		expect(there.options).toMatchObject({ timeout: 7, baseURL: 'https://kafka.example:8443' });
		expect(there.secrets).toBe(connection.secrets);
		expect(there.context).toBe(connection.context);
		expect(confirmed(there, { ...OWN, endpoint: 'https://evil.example' })?.kind).toBe('notSent');
	});

	test('takes over no restriction to the host of the first', async () => {
		const connection = await item(OWN, { vendor: both });
		const allowedDomains = 'kafka.example';
		const narrow = { ...connection, options: { ...connection.options, allowedDomains } };
		expect(connectionFor(narrow, 'Other').options).not.toHaveProperty('allowedDomains');
	});

	test('is none where the operation is of the same service, or the vendor has only one', async () => {
		const connection = await item(OWN, { vendor: both });
		expect(connectionFor(connection, 'Get')).toBe(connection);
		const single = await item(OWN);
		expect(connectionFor(single, 'Other')).toBe(single);
	});
});

describe('an account that only the service knows', () => {
	const knowing = (settledAccount: Vendor['settledAccount']) =>
		({ ...vendor, settledAccount }) as unknown as Vendor;
	const helpers = { httpRequest: jest.fn() };
	const context = { ...contextOf(OWN), helpers } as unknown as IAllExecuteFunctions;

	test('is the one of the addressee', async () => {
		const settledAccount = jest.fn(async () => await Promise.resolve('project 7'));
		const connection = await item(OWN, {
			vendor: knowing(settledAccount),
			context,
			region: 'cn-b',
		});
		expect(connection.addressee).toBe('project 7|https://kafka.example/cn-b|cn-b');
		expect(settledAccount).toHaveBeenCalledWith(
			OWN,
			'cn-b',
			expect.objectContaining({ httpRequest: helpers.httpRequest, clock }),
		);
	});

	test('is that of the credential where it says all', async () => {
		const same = knowing(async () => await Promise.resolve(undefined));
		const { addressee } = await item(OWN, { vendor: same, context });
		expect(addressee).toBe('me in cn-a|https://kafka.example|cn-a');
	});

	test('that cannot be found out is an error, and nothing is sent', async () => {
		const error = Object.assign(new Error('no such project'), { description: 'Create it.' });
		const failing = knowing(async () => await Promise.reject(error));
		const failure = await thrownBy(item(OWN, { vendor: failing, context }));
		expect(failure).toMatchObject({ kind: 'notSent', message: 'no such project' });
		expect(failure.details.advice).toBe('Create it.');
	});

	// Ends when its signal comes, as a request does.
	const endless: Vendor['settledAccount'] = async (_credentials, _region, { signal }) =>
		await new Promise((_, reject) => {
			signal.addEventListener('abort', () => reject(new Error('it was broken off')));
		});

	test.each([
		['of the request', { timeout: 7 }, 7],
		['of an answer, where the request has none', {}, clock.times.answer],
		['of an answer, where that of the request is no number', { timeout: 'x' }, clock.times.answer],
	])('has the time %s', async (_, options, time) => {
		const before = clock.passed;
		const asking = item(OWN, { vendor: knowing(endless), context, options: options as never });
		const failure = thrownBy(asking);
		await clock.sleep(time + 10);
		expect(await failure).toMatchObject({ kind: 'notSent', message: 'it was broken off' });
		expect(clock.passed - before).toBeLessThan(time + 20);
	});

	test('is not waited for after a stop', async () => {
		const stop = new AbortController();
		const { signal } = stop;
		const asking = thrownBy(item(OWN, { vendor: knowing(endless), context, signal }));
		await clock.sleep(1);
		stop.abort();
		expect(await asking).toMatchObject({ kind: 'cancelled' });
	});
});
