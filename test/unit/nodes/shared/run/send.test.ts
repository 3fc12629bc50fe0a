/** One run of a node over its items: what is sent, what comes out, and what an error names. */
import type { Completion } from '../../../../../nodes/shared/contract/completion';
import type { Operation } from '../../../../../nodes/shared/contract/operation';
import { get } from '../../../../../nodes/shared/contract/operation';
import { recall, remember } from '../../../../../nodes/shared/create/recentCreates';
import { secret, text } from '../../../../../nodes/shared/form/fields';
import { regionOption } from '../../../../../nodes/shared/form/regionOption';
import { Sent, type Reply, type Sending } from '../../../../support/sending';

const OK: Reply = { body: { id: 'new' } };
const name = text('name', 'Name', { required: true });

/** Runs once: the requests and what came out. */
async function once(given: Sending) {
	const sent = new Sent(given);
	const ends = await sent.run();
	const [{ items, error }] = ends;
	return { sent, ends, items, error, told: `${error?.message} | ${error?.description}` };
}

const read = (operation: Partial<Operation> = {}): Partial<Operation> => ({
	kind: 'read',
	action: 'Get things',
	request: get('/things'),
	...operation,
});

const list = (operation: Partial<Operation> = {}): Partial<Operation> =>
	read({
		pages: {
			rows: ({ rows }) => rows as [],
			total: ({ total }) => total as number,
			at: (offset, limit) => ({ offset, limit }),
			size: 2,
			key: 'id',
		},
		...operation,
	});

describe('a read', () => {
	test('gives an item that belongs to its input', async () => {
		const { items, sent } = await once({ operation: read() });
		expect(items).toEqual([{ json: { id: 'new' }, pairedItem: { item: 0 } }]);
		expect(sent.requests[0]).toMatchObject({
			method: 'GET',
			url: '/things',
			baseURL: 'https://here.cloud.example',
		});
	});

	test('is shortened, except for what the node itself says', async () => {
		const outcome: Operation['outcome'] = (json) => [{ json, told: { note: 'old' } }];
		const operation = read({ simple: ['id'], outcome });
		const replies = [{ body: { id: 1, size: 2 } }];
		expect(await new Sent({ operation, replies }).rows()).toEqual([{ id: 1, note: 'old' }]);
		const whole = new Sent({ operation, replies, parameters: { simplify: false } });
		expect(await whole.rows()).toEqual([{ id: 1, size: 2, note: 'old' }]);
	});

	test('is prepared with the API where it has to be', async () => {
		const before: Operation['before'] = async (item, request) => {
			request.query = await item.call({ ...request, path: '/zones' });
		};
		const { sent } = await once({
			operation: read({ before }),
			replies: ({ url }) => ({ body: url === '/zones' ? { zone: 'z1' } : { id: 1 } }),
		});
		expect(sent.requests.map(({ url, qs }) => [url, qs])).toEqual([
			['/zones', {}],
			['/things', { zone: 'z1' }],
		]);
	});

	test('of what is not listed yet is asked again for some seconds', async () => {
		const isMissing = jest.fn(({ id }) => id === undefined);
		const sent = new Sent({
			operation: read({ isMissing }),
			replies: [{ body: { none: 1 } }, { body: { none: 1 } }, OK],
		});
		expect(await sent.rows()).toEqual([{ id: 'new' }]);
		expect(sent.clock.passed).toBe(3_000);
		const never = new Sent({ operation: read({ isMissing }), replies: [{ body: { none: 1 } }] });
		expect(await never.rows()).toEqual([{ none: 1 }]);
		expect(never.requests).toHaveLength(5);
	});

	test('that is stopped while it looks again says what it did', async () => {
		const stop = new AbortController();
		const { told } = await once({
			operation: read({ isMissing: () => true, fields: [name] }),
			parameters: { name: 'orders' },
			signal: stop.signal,
			replies: () => {
				stop.abort();
				return { body: { none: 1 } };
			},
		});
		expect(told).toContain('stopped while looking for it again (Name: orders)');
	});
});

describe('a list', () => {
	const rows = (...ids: number[]) => ids.map((id) => ({ id }));
	const all = (...ids: number[]) => [{ body: { rows: rows(...ids), total: ids.length } }];

	test('ends at its limit, and asks for no more', async () => {
		const sent = new Sent({
			operation: list(),
			parameters: { limit: 1 },
			replies: [{ body: { rows: rows(1, 2), total: 9 } }],
		});
		expect(await sent.rows()).toEqual(rows(1));
		expect(sent.requests.map(({ qs }) => qs)).toEqual([{ offset: 0, limit: 1 }]);
	});

	test('has 50 rows where nobody says so, and all where all are wanted', async () => {
		const pages = { ...list().pages, size: 100 } as Operation['pages'];
		const ids = Array.from({ length: 60 }, (_, id) => id);
		const of = (parameters: Sending['parameters']) =>
			new Sent({ operation: list({ pages }), parameters, replies: all(...ids) });
		expect(await of({}).rows()).toHaveLength(50);
		expect(await of({ returnAll: true, limit: 1 }).rows()).toHaveLength(60);
	});

	test('is filtered before it is cut', async () => {
		const keep: Operation['keep'] = () => (row) => row.id !== 1;
		const sent = new Sent({
			operation: list({ keep }),
			parameters: { limit: 1 },
			replies: all(1, 2),
		});
		expect(await sent.rows()).toEqual(rows(2));
	});

	test('of several steps is filtered and cut as well', async () => {
		const runSteps: Operation['runSteps'] = async () =>
			await Promise.resolve([1, 2, 3].map((id) => ({ json: { id } })));
		const of = async (operation: Partial<Operation>, limit: number) =>
			await new Sent({ operation: list({ runSteps, ...operation }), parameters: { limit } }).rows();
		expect(await of({}, 2)).toEqual(rows(1, 2));
		expect(await of({ keep: () => (row) => row.id !== 1 }, 1)).toEqual(rows(2));
		expect(await of({ keep: () => undefined }, 9)).toEqual(rows(1, 2, 3));
	});

	test('that contradicts itself is no empty one', async () => {
		const { told } = await once({
			operation: list(),
			replies: [{ body: { rows: [], total: 3 } }],
		});
		expect(told).toContain('contradicts itself');
	});

	test('of which a part can be seen gives that part, and the log says so', async () => {
		const sent = new Sent({ operation: list(), replies: [{ body: { rows: rows(1), total: 3 } }] });
		expect(await sent.rows()).toEqual(rows(1));
		expect(sent.notes).toEqual([expect.stringContaining('may not be all')]);
		const steady = new Sent({ operation: list(), replies: all(1) });
		await steady.rows();
		expect(steady.notes).toEqual([]);
	});

	const unready = { ...list().pages, unready: ({ busy }) => busy === true } as Operation['pages'];

	test('that is being put together is asked for again', async () => {
		const sent = new Sent({
			operation: list({ pages: unready }),
			replies: [{ body: { busy: true } }, ...all(1)],
		});
		expect(await sent.rows()).toEqual(rows(1));
		expect(sent.clock.passed).toBeGreaterThan(0);
	});

	test('that is never ready fails after five tries', async () => {
		const { sent, told, error } = await once({
			operation: list({ pages: unready }),
			replies: [{ body: { busy: true } }],
		});
		expect(told).toContain('still preparing');
		expect(told).toContain('Run this again in a minute.');
		expect(error?.context.vendor).toEqual({ kind: 'busy' });
		expect(sent.requests).toHaveLength(5);
	});
});

describe('where a request goes', () => {
	const region = regionOption('there');

	test('the region of the options takes the place of the credential', async () => {
		const { sent } = await once({ common: [region], parameters: { options: { region: 'there' } } });
		expect(sent.requests[0].baseURL).toBe('https://there.cloud.example');
	});

	test('the proxy, the time-out and the certificates of the options go along', async () => {
		const { sent } = await once({
			options: {
				proxy: { host: 'p', port: 1 },
				timeout: 1_234,
				skipSslCertificateValidation: true,
				headers: { evil: 1 },
			},
		});
		expect(sent.requests[0]).toMatchObject({
			proxy: { host: 'p', port: 1 },
			timeout: 1_234,
			skipSslCertificateValidation: true,
		});
		expect(sent.requests[0].headers).toEqual({});
		const plain = await once({});
		for (const name of ['proxy', 'timeout', 'skipSslCertificateValidation']) {
			expect(plain.sent.requests[0]).not.toHaveProperty(name);
		}
	});
});

describe('a write', () => {
	test('gives what was made, and names it in the log', async () => {
		const { items, sent } = await once({});
		expect(items).toEqual([{ json: { id: 'new' }, pairedItem: { item: 0 } }]);
		expect(sent.notes).toEqual(['Kafka: Create thing: thing new']);
	});

	test('that is invalid for one item sends nothing for any', async () => {
		const { ends, sent } = await once({
			operation: { fields: [name] },
			items: [{ name: 'a' }, { name: '' }],
		});
		expect(sent.requests).toEqual([]);
		const message = expect.stringMatching(/'Name' .*\[Item 1\]$/) as string;
		expect(ends.map(({ error }) => error?.message)).toEqual([message, message]);
	});

	test('that may have happened says so with what it is about, and is not sent again', async () => {
		const sent = new Sent({
			operation: { fields: [name] },
			parameters: { name: 'orders' },
			replies: ['ECONNRESET'],
		});
		const [{ error }] = await sent.run();
		expect(error?.description).toContain(
			'It is not known whether the request took effect (Name: orders).',
		);
		// The note about it is for others.
		expect(error?.description).not.toContain('these took effect');
		await sent.run();
		expect(sent.requests).toHaveLength(1);
	});

	test('that was refused does not speak of an effect, and a later try sends it', async () => {
		const sent = new Sent({ replies: [{ status: 400, body: 'No' }, OK] });
		const [{ error }] = await sent.run();
		expect(error?.message).toContain('Create thing did not succeed: ');
		expect(error?.description).toBe('Service response: code No.');
		expect(error?.context.vendor).toMatchObject({ kind: 'refused' });
		expect(await sent.rows()).toEqual([{ id: 'new' }]);
	});

	test('of another item that was done, or may have been, is named by the one that fails', async () => {
		const replies = ({ body }: { body?: unknown }): Reply => {
			const { name } = body as { name: string };
			return name === 'a' ? { body: { id: 'A' } } : { status: 400, body: 'No' };
		};
		const items = [{ name: 'a' }, { name: 'b' }];
		const { ends } = await once({ operation: { fields: [name] }, items, replies });
		expect(ends[1].error?.description).toContain('Already done in this run: thing A.');
		expect(ends[1].error?.message).toMatch(/\[Item 1\]$/);
		const lost = await once({ operation: { fields: [name] }, items, replies: ['ECONNRESET'] });
		expect(lost.ends[1].error?.description).toContain(
			'It is not known whether these took effect: Create thing (Name: a).',
		);
	});

	test('of several items that were done names each', async () => {
		const items = ['a', 'b', 'c'].map((name) => ({ name }));
		const replies = ({ body }: { body?: unknown }): Reply => {
			const { name } = body as { name: string };
			return name === 'c' ? { status: 400, body: 'No' } : { body: { id: name } };
		};
		const { ends } = await once({ operation: { fields: [name] }, items, replies });
		expect(ends[2].error?.description).toContain('Already done in this run: thing a; thing b.');
	});

	test('that is lost is not sent again where nothing would be looked for, whatever a switch says', async () => {
		const sent = new Sent({ parameters: { createIfAbsent: true }, replies: ['ECONNRESET'] });
		await sent.run();
		await sent.run();
		expect(sent.requests).toHaveLength(1);
	});

	test('finds something out once for all items', async () => {
		const task = jest.fn().mockResolvedValue('found');
		const { ends } = await once({
			items: [{}, {}],
			operation: {
				runSteps: async (item) => [{ json: { was: await item.oncePerRun('what', task) } }],
			},
		});
		expect(ends.map(({ items }) => items?.[0].json)).toEqual([{ was: 'found' }, { was: 'found' }]);
		expect(task).toHaveBeenCalledTimes(1);
	});

	test('that deletes is forgotten as what was just created, by the name in the node', async () => {
		const sent = new Sent({
			operation: { kind: 'delete', fields: [name] },
			parameters: { name: 'orders' },
		});
		const key = `${sent.account}|https://here.cloud.example|here|id|orders`;
		remember(sent.clock, key, [{ id: 'orders' }, { id: 'other' }], 'id');
		await sent.rows();
		expect(recall(sent.clock, key)).toEqual([{ id: 'other' }]);
	});

	test('that creates or changes forgets nothing', async () => {
		const sent = new Sent({
			operation: { kind: 'change', fields: [name] },
			parameters: { name: 'orders' },
		});
		const key = `${sent.account}|https://here.cloud.example|here|id|orders`;
		remember(sent.clock, key, [{ id: 'orders' }], 'id');
		await sent.rows();
		expect(recall(sent.clock, key)).toHaveLength(1);
	});

	test('of several steps, or that has nothing to do, sends what it says and no more', async () => {
		const steps = new Sent({
			operation: {
				runSteps: async (item, request) => {
					const { id } = await item.once('a', async () => await item.call(request), String);
					return [{ json: { order: id } }];
				},
			},
		});
		expect(await steps.rows()).toEqual([{ order: 'new' }]);
		const spared = new Sent({ operation: { spare: () => ({ same: true }) } });
		expect(await spared.rows()).toEqual([{ same: true }]);
		expect(spared.requests).toEqual([]);
	});

	test('of which a part is so already sends the rest, or nothing', async () => {
		const already = { outcomes: [{ json: { id: 'old' } }] };
		const part = new Sent({
			operation: { before: async () => await Promise.resolve({ ...already, isAll: false }) },
		});
		expect(await part.rows()).toEqual([{ id: 'new' }, { id: 'old' }]);
		const whole = new Sent({
			operation: { before: async () => await Promise.resolve({ ...already, isAll: true }) },
		});
		expect(await whole.rows()).toEqual([{ id: 'old' }]);
		expect(whole.requests).toEqual([]);
	});

	test('whose answer is empty and names failed parts says nothing about any part', async () => {
		const outcome = () => [{ json: {}, failed: 'not named' }];
		const { told } = await once({ operation: { outcome }, replies: [{ body: {} }] });
		expect(told).toContain('the response was empty');
		expect(told).toContain('It is not known whether the request took effect.');
		const { told: named } = await once({ operation: { outcome }, replies: [{ body: { a: 1 } }] });
		expect(named).toContain('not named');
		expect(named).not.toContain('empty');
		const parts = () => [{ json: { id: 'a' } }, { json: {}, failed: 'not named' }];
		const { told: some } = await once({ operation: { outcome: parts }, replies: [{ body: {} }] });
		expect(some).toContain('the response was empty');
	});

	test('whose answer is empty is a success where nothing says otherwise', async () => {
		expect(await new Sent({ replies: [{ body: {} }] }).rows()).toEqual([{}]);
	});
});

describe('a retried execution', () => {
	test('does not order what may exist, and a new one does', async () => {
		const madeBefore = {
			find: async () => await Promise.resolve(['order 1']),
			goOn: 'Deploy it.',
		};
		const { sent, told } = await once({ operation: { madeBefore }, mode: 'retry' });
		expect(told).toContain('order 1');
		expect(sent.requests).toEqual([]);
		expect((await once({ operation: { madeBefore } })).sent.requests).toHaveLength(1);
	});

	test('takes what has the name that is to be given, and orders nothing', async () => {
		const named = async () => await Promise.resolve({ id: 'i-1' });
		const madeBefore = { find: async () => await Promise.resolve([]), named, goOn: 'Deploy it.' };
		const sent = new Sent({ operation: { madeBefore }, mode: 'retry' });
		expect(await sent.rows()).toMatchObject([{ id: 'i-1', created: false }]);
		expect(sent.requests).toEqual([]);
	});
});

describe('Create If Absent', () => {
	const find = (rows: Array<Array<{ id: string }>>): Operation['find'] => ({
		key: 'id',
		named: 'name',
		matches: async () => await Promise.resolve(rows.length > 1 ? rows.shift()! : rows[0]),
	});
	const parameters = { name: 'orders', createIfAbsent: true };

	test('sees another one that was created at the same time', async () => {
		const { told } = await once({
			operation: { fields: [name], find: find([[], [{ id: 'new' }, { id: 'theirs' }]]) },
			parameters,
		});
		expect(told).toContain('others with the same name appeared at the same time: theirs');
	});

	test('is looked at anew by a later try, although the create was lost', async () => {
		const sent = new Sent({
			operation: { fields: [name], find: find([[], [], [], [], [{ id: 'mine' }]]) },
			parameters,
			replies: ['ECONNRESET'],
		});
		await sent.run();
		expect(await sent.rows()).toEqual([{ id: 'mine', created: false }]);
		expect(sent.requests).toHaveLength(1);
	});

	test('needs no second look where the service itself refuses a second one', async () => {
		const unique = { ...find([[]]), named: undefined } as Operation['find'];
		const sent = new Sent({ operation: { fields: [name], find: unique }, parameters });
		expect(await sent.rows()).toEqual([{ id: 'new', created: true }]);
		expect(sent.clock.passed).toBe(0);
	});

	test('off, nobody looks after the create', async () => {
		const sent = new Sent({
			operation: { fields: [name], find: find([[], [{ id: 'theirs' }]]) },
			parameters: { name: 'orders' },
		});
		expect(await sent.rows()).toEqual([{ id: 'new', created: true }]);
	});
});

describe('a wait', () => {
	const completion: Completion = {
		first: 10,
		every: 10,
		subject: ({ id }) => `thing ${String(id)}`,
		observe: async (item, json) => {
			const { status } = await item.call({
				api: 'ShowThing',
				effect: 'read',
				method: 'GET',
				path: `/things/${String(json.id)}`,
			});
			return { status: String(status), kind: status === 'up' ? 'ready' : 'pending' };
		},
		isReached: (seen) => seen.at(-1)?.kind === 'ready',
	};
	const replies =
		(...statuses: string[]) =>
		({ method }: { method?: string }): Reply =>
			method === 'POST'
				? OK
				: { body: { status: statuses.length > 1 ? statuses.shift() : statuses[0] } };
	const waiting = { waitForCompletion: true };

	test('is only for who wants it, or where the work is not done without', async () => {
		const operation = { completion };
		expect(await new Sent({ operation, replies: replies('up') }).rows()).toEqual([{ id: 'new' }]);
		const done = [{ id: 'new', status: 'up', completed: true }];
		const wanted = new Sent({ operation, replies: replies('up'), parameters: waiting });
		expect(await wanted.rows()).toEqual(done);
		const always = { completion: { ...completion, always: true } };
		expect(await new Sent({ operation: always, replies: replies('up') }).rows()).toEqual(done);
	});

	test('is not needed for what is done already', async () => {
		const needed = jest.fn(() => false);
		const done = new Sent({
			operation: { completion: { ...completion, needed } },
			parameters: waiting,
		});
		expect(await done.rows()).toEqual([{ id: 'new' }]);
		expect(needed).toHaveBeenCalledWith({ id: 'new' });
		expect(done.requests).toHaveLength(1);
	});

	test('knows when each look was, in seconds', async () => {
		const times: unknown[] = [];
		const isReached: Completion['isReached'] = (seen) => {
			times.push(seen.at(-1)?.after);
			return seen.length > 1;
		};
		const sent = new Sent({
			operation: { completion: { ...completion, isReached } },
			replies: replies('preparing'),
			parameters: waiting,
		});
		await sent.rows();
		expect(times).toEqual([10, 20]);
	});

	test('says how long it took, in minutes', async () => {
		const after = async (maximumWait: number) => {
			const given = { replies: replies('preparing'), operation: { completion } };
			const waitOptions = { maximumWait };
			return (await once({ ...given, parameters: { ...waiting, waitOptions } })).told;
		};
		expect(await after(1)).toContain('is preparing after 1 minute |');
		expect(await after(1.26)).toContain('is preparing after 1.3 minutes |');
	});

	test('without a completion there is none, whatever an expression says', async () => {
		expect(await new Sent({ parameters: waiting }).rows()).toEqual([{ id: 'new' }]);
	});

	test.each([
		[{}, 60 * 60_000],
		[{ maximumWait: '' }, 60 * 60_000],
		[{ maximumWait: 2 }, 120_000],
		[{ maximumWait: '0.5' }, 30_000],
	])('with %j ends after %d milliseconds, and names what exists', async (waitOptions, time) => {
		const { sent, told } = await once({
			operation: { completion },
			replies: replies('preparing'),
			parameters: { ...waiting, waitOptions },
		});
		expect(sent.clock.passed).toBe(time);
		expect(told).toContain('Thing new is preparing after');
		expect(told).toContain('do not create it again');
	});

	test('looks as often as the user says', async () => {
		const looks = async (pollInterval: number | string) => {
			const sent = new Sent({
				operation: { completion },
				replies: replies('preparing'),
				parameters: { ...waiting, waitOptions: { maximumWait: 1, pollInterval } },
			});
			await sent.run();
			return sent.requests.length - 1;
		};
		expect(await looks(30)).toBe(2);
		expect(await looks('30')).toBe(2);
		expect(await looks(0)).toBe(6);
	});

	test('goes on with what is known where the user wants that', async () => {
		const sent = new Sent({
			operation: { completion },
			replies: replies('preparing'),
			parameters: { ...waiting, waitOptions: { maximumWait: 1, whenTimeRunsOut: 'passOn' } },
		});
		expect(await sent.rows()).toEqual([{ id: 'new', status: 'preparing', completed: false }]);
	});

	test('gets what was noted before the request, and nothing is noted without a wait', async () => {
		const mark = jest.fn().mockResolvedValue('before');
		const seen: unknown[] = [];
		const marked: Completion = {
			...completion,
			mark,
			observe: async (_, __, noted) => {
				seen.push(noted);
				return await Promise.resolve({ status: 'up', kind: 'ready' });
			},
		};
		await new Sent({ operation: { completion: marked }, parameters: waiting }).rows();
		expect(seen).toEqual(['before']);
		await new Sent({ operation: { completion: marked } }).rows();
		expect(mark).toHaveBeenCalledTimes(1);
	});

	test('of a batch ends for all, and names each that ended badly', async () => {
		const outcome = () => ['a', 'b', 'c', 'd'].map((id) => ({ json: { id } }));
		const dead: Completion = {
			...completion,
			observe: async (_, { id }) =>
				await Promise.resolve(
					id === 'a' || id === 'c'
						? { status: 'dead', kind: 'failed' }
						: { status: 'up', kind: 'ready' },
				),
		};
		const { told } = await once({
			operation: { completion: dead, outcome },
			parameters: waiting,
		});
		expect(told).toContain('Thing a ended with status dead; Thing c ended with status dead');
		expect(told).not.toContain('Thing b');
	});

	test('is not for the part of a batch that did not work', async () => {
		const outcome = () => [{ json: { id: 'a' } }, { json: { id: 'b' }, failed: 'no quota' }];
		const { items } = await once({
			operation: { completion, outcome },
			replies: replies('up'),
			parameters: waiting,
			continues: true,
		});
		expect(items?.map(({ json }) => json.completed ?? json.error)).toEqual([
			true,
			expect.stringContaining('no quota'),
		]);
	});

	test('has less time after a check of duplicates', async () => {
		const find: Operation['find'] = {
			key: 'id',
			named: 'name',
			matches: async () => await Promise.resolve([]),
		};
		const { sent } = await once({
			operation: { completion, find, fields: [name] },
			replies: replies('preparing'),
			parameters: {
				...waiting,
				name: 'orders',
				createIfAbsent: true,
				waitOptions: { maximumWait: 1 },
			},
		});
		// 12 seconds of looking are a part of the minute.
		expect(sent.clock.passed).toBe(60_000);
	});
});

describe('a batch of which a part failed', () => {
	const outcome = () => [
		{ json: { id: 'a' } },
		{ json: { id: 'b' }, failed: 'b has no quota' },
		{ json: { id: 'c' }, failed: 'c is taken' },
	];

	test.each([
		['create', 'create only what is missing'],
		['change', 'run this part again'],
	] as const)('fails as a %s, and names what succeeded', async (kind, advice) => {
		const { told, error } = await once({ operation: { kind, outcome } });
		expect(error?.context.vendor).toEqual({ kind: 'refused' });
		expect(told).toContain('b has no quota; c is taken');
		expect(told).toContain(advice);
		expect(told).toContain('The rest of the batch succeeded: {"id":"a"}.');
	});

	test('of which nothing succeeded does not speak of a rest', async () => {
		const none = () => outcome().slice(1);
		const { told } = await once({ operation: { outcome: none } });
		expect(told).toMatch(/only what is missing: the rest exists\.$/);
	});

	test('names each that succeeded', async () => {
		const some = () => [{ json: { id: 'x' } }, ...outcome()];
		const { told } = await once({ operation: { outcome: some } });
		expect(told).toContain('The rest of the batch succeeded: {"id":"x"}, {"id":"a"}.');
	});

	test('gives an item for each part where the node is set to continue', async () => {
		const { items } = await once({ operation: { outcome }, continues: true });
		expect(items).toEqual([
			{ json: { id: 'a' }, pairedItem: { item: 0 } },
			expect.objectContaining({ pairedItem: { item: 0 } }),
			expect.objectContaining({ pairedItem: { item: 0 } }),
		]);
		expect(items?.[1].json).toMatchObject({
			id: 'b',
			error: 'Create thing did not succeed: b has no quota',
		});
		expect(items?.[1].json.details).toContain('create only what is missing');
	});

	test('names the item where there are several', async () => {
		const given = { operation: { outcome }, continues: true, items: [{}, {}] };
		const { ends } = await once(given);
		expect(ends[1].items?.[1].json.error).toMatch(/\[Item 1\]$/);
	});

	test('names only the parts that worked in the log', async () => {
		const { sent } = await once({ operation: { outcome } });
		expect(sent.notes).toEqual(['Kafka: Create thing: thing a']);
	});
});

describe('a node that is set to continue', () => {
	test('gives the failure as an item, and sends the others', async () => {
		const { ends } = await once({
			continues: true,
			items: [{}, {}],
			replies: [{ status: 400, body: 'No' }, OK],
		});
		expect(ends[0].items).toEqual([
			{
				json: expect.objectContaining({
					input: 0,
					error: expect.stringContaining('Create thing did not succeed') as string,
				}) as object,
				pairedItem: { item: 0 },
			},
		]);
		expect(ends[1].items?.[0].json).toEqual({ id: 'new' });
	});

	test('names what an earlier try left open, once', async () => {
		const find: Operation['find'] = {
			key: 'id',
			matches: async () => await Promise.resolve([]),
		};
		const sent = new Sent({
			continues: true,
			operation: { fields: [name], find },
			parameters: { name: 'orders', createIfAbsent: true },
			replies: ['ECONNRESET', { status: 400, body: 'No' }],
		});
		const details = async () => {
			const [{ items }] = await sent.run();
			return items?.[0].json.details;
		};
		expect(await details()).toMatch(/on\. Network code: ECONNRESET\.$/);
		// Of unique names the service itself refuses a second one.
		expect(await details()).toMatch(
			/It is not known whether these took effect: Create thing \(Name: orders\)\. Service response: code No\.$/,
		);
	});

	test('leaves a defect in the log, which an item would not show', async () => {
		const outcome = () => {
			throw new TypeError('x is not a function');
		};
		const { sent } = await once({ operation: { outcome }, continues: true });
		expect(sent.defects).toEqual([
			['Kafka: x is not a function', { stack: expect.stringContaining('x is not') as string }],
		]);
		const refused = await once({ continues: true, replies: [{ status: 400, body: 'No' }] });
		expect(refused.sent.defects).toEqual([]);
	});
});

describe('a secret', () => {
	const password = secret('password', 'Password', {});
	const given: Sending = {
		operation: { fields: [name, password] },
		parameters: { name: 'orders', password: 'Tops3cret!' },
	};

	test('that the service repeats comes out in no item, error or log', async () => {
		const echo = { body: { id: 'Tops3cret!', said: 'it is Tops3cret!' } };
		const { items, sent } = await once({ ...given, replies: [echo] });
		expect(JSON.stringify([items, sent.notes])).not.toContain('Tops3cret');
		expect(items?.[0].json.said).toBe('it is ********');
		const refused = { status: 400, body: 'bad Tops3cret!' };
		const { told } = await once({ ...given, replies: [refused] });
		expect(told).toContain('********');
		expect(told).not.toContain('Tops3cret');
	});
});
