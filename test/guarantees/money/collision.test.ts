/**
 * Create If Absent by two n8n processes at the same time, which do not know of each other: here by two
 * addresses of one cloud, which the node cannot know to be one.
 */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import { WAITING } from '../../support/stage';
import { chain, node, type NodeSettings } from '../../harness';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { VENDORS, typeWith } from '../../support/clouds';
import { homeOf, listen, openPlayground, readable } from '../../support/creates/play';

/** Starts one create, as the n8n process that knows the cloud by this address. */
function startAs(
	id: string,
	{ em, n8n }: Cloud,
	{ vendor, operation }: Kind,
	parameters: INodeParameters,
	settings: NodeSettings = {},
) {
	const { credential, data } = VENDORS[vendor];
	const { port } = new URL(em[vendor].url);
	const host = id === '1' ? '127.0.0.1' : 'localhost';
	const [resource, name] = operation.split('/');
	const type = typeWith(vendor, resource);
	const given = { resource, operation: name, createIfAbsent: true, ...parameters };
	const step = node('K', type, given, settings);
	step.credentials = { [credential]: { id, name: credential } };
	n8n.credentials[`${credential}:${id}`] = data(em, { endpoint: `http://${host}:${port}` });
	return n8n.run(chain(step), { inputItems: [{ json: { n: 'orders' } }] });
}

describe.each(Object.keys(VENDORS) as VendorName[])('%s', (vendor) => {
	let cloud: Cloud;
	let home = '';
	const kinds = KINDS[vendor].filter(({ ifAbsent }) => ifAbsent);
	const held = (kind: Kind) => kind.held(cloud.em, home).filter(({ name }) => name === 'orders');

	beforeEach(async () => {
		cloud = await openPlayground(vendor);
	});

	/** Both have looked before either of them creates. */
	const collide = async (
		kind: Kind,
		parameters: INodeParameters = {},
		settings: NodeSettings = {},
	) => {
		home = homeOf(cloud, vendor, []);
		const effect = { kind: 'delay' as const, ms: 40 };
		cloud.em.faults.add({ operation: kind.api, times: 'always', effect });
		return await Promise.all(
			['1', '2'].map((id) =>
				startAs(id, cloud, kind, { ...kind.parameters(home), ...parameters }, settings),
			),
		);
	};

	const unique = kinds.filter((kind) => kind.unique && !kind.merges);
	test.each(unique)('$operation ends with one, and both get it', async (kind) => {
		const runs = await collide(kind);
		expect(cloud.sent(kind.api)).toBeSent(2);
		expect(held(kind)).toExist(1);
		const created = runs.flatMap((run) => run.items('K').map((json) => json.created));
		expect(created.sort()).toEqual([false, true]);
	});

	const several = kinds.filter((kind) => !kind.unique);
	if (several.length === 0) return;

	/** How each of the two runs has to report both instances. */
	const expectReports = (runs: Array<Awaited<ReturnType<typeof startAs>>>, kind: Kind) => {
		const ids = held(kind).map(({ key }) => key);
		expect(ids).toHaveLength(2);
		const reports = runs.map(readable).filter((text) => /at the same time/.test(text));
		// The list may not show the second one yet when the first looks, but not the other way round.
		expect(reports.length).toBeGreaterThan(0);
		for (const text of reports) {
			for (const id of ids) expect(text).toContain(id);
			expect(text).toContain(kind.isFree ? 'All of them exist' : 'All of them are billed');
		}
	};

	test.each(several)('$operation makes two, and says so', async (kind) => {
		const runs = await collide(kind);
		expectReports(runs, kind);
	});

	test.each(several)('$operation, run again, takes none until one is left', async (kind) => {
		await collide(kind);
		const ids = held(kind).map(({ key }) => key);
		const run = async () => await startAs('1', cloud, kind, kind.parameters(home));
		const told = readable(await run());
		expect(told).toContain('requested already exist with this name');
		for (const id of ids) expect(told).toContain(id);
		expect(told).toContain('Nothing was created');
		if (kind.lose) kind.lose(cloud.em, home, ids[0]);
		else {
			const [first] = cloud.em[vendor].state.instances.filter(({ id }) => id === ids[0]);
			first.gone = true;
		}
		expect((await run()).items('K')).toMatchObject([{ created: false }]);
		expect(cloud.sent(kind.api)).toBeSent(2);
	});

	test.each(several)('$operation says so instead of waiting', async (kind) => {
		const runs = await collide(kind, WAITING);
		expectReports(runs, kind);
	});

	test.each(several)('$operation is not taken for good by Retry On Fail', async (kind) => {
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const runs = await collide(kind, {}, settings);
		expect(cloud.sent(kind.api)).toBeSent(2);
		expectReports(runs, kind);
	});

	test.each(several)('$operation says so in an item when it continues', async (kind) => {
		const runs = await collide(kind, {}, { onError: 'continueRegularOutput' });
		expectReports(runs, kind);
		expect(runs.flatMap((run) => run.items('K'))).toHaveLength(2);
	});

	test.each(several)('$operation alone is looked for until it is listed', async (kind) => {
		home = homeOf(cloud, vendor, []);
		const run = await startAs('1', cloud, kind, kind.parameters(home));
		expect(run.items('K')).toMatchObject([{ created: true }]);
		expect(held(kind)).toExist(1);
	});

	test.each(several)('$operation is a success if the list cannot be read again', async (kind) => {
		home = homeOf(cloud, vendor, []);
		cloud.em.faults.add({
			operation: kind.reads[0],
			nth: 2,
			times: 'always',
			effect: fault.serverError(503),
		});
		const run = await startAs('1', cloud, kind, kind.parameters(home));
		expect(run.items('K')).toMatchObject([{ created: true }]);
	});
});

describe('where instances are listed late', () => {
	const [kind] = KINDS.tencent;
	let cloud: Cloud;
	let log: string[];
	/** Time stands still but for the requests; of those, an instance is listed after five. */
	beforeEach(async () => {
		log = listen();
		const tencent = { durations: { listed: 45 } };
		cloud = await openPlayground('tencent', { speed: 0, tick: 10, tencent });
	});
	afterEach(() => void jest.restoreAllMocks());
	const create = async (id: string) => await startAs(id, cloud, kind, kind.parameters(''));

	test('two of one name are seen once both are listed', async () => {
		cloud.em.faults.add({
			operation: kind.api,
			times: 'always',
			effect: { kind: 'delay', ms: 40 },
		});
		const runs = await Promise.all(['1', '2'].map(create));
		const ids = kind.held(cloud.em, '').map(({ key }) => key);
		expect(ids).toHaveLength(2);
		const reports = runs.map(readable).filter((text) => ids.every((id) => text.includes(id)));
		expect(reports.length).toBeGreaterThan(0);
	});

	test('one whose answer is lost is found again', async () => {
		cloud.em.tencent.state.durations.listed = 25;
		cloud.em.faults.add({ operation: kind.api, effect: { kind: 'cut', when: 'after' } });
		const run = await create('1');
		expect(run.items('K')).toMatchObject([{ created: true, recovered: true }]);
		expect(cloud.sent(kind.api)).toBeSent(1);
	});

	test('one that is not listed in time is a success, and the log says what is not known', async () => {
		cloud.em.clock.tick = 0;
		const run = await create('1');
		expect(run.items('K')).toMatchObject([{ created: true }]);
		expect(log.join('\n')).toContain('could not check whether it is the only one with its name');
	});
});
