import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ServedRoom } from './room';
import { FLEET, KAFKA_VENDORS } from './vendors';
import { CLOUDS, fleetNode, itemsOf, runOnce } from './workflows';

/** A region that its cloud does not let anybody read. */
const UNREADABLE = 'cn-beijing';
const REGIONS: INodeParameters = { regions: 'all', returnAll: true };
const TAGS = { env: 'e2e', 'expires-on': '2020-01-01' };
const SCOPE: INodeParameters = { scope: 'mustHaveTag', scopeTag: 'env=e2e' };

/** The node over all clouds: what is there, what may go, its mark, and its end. */
export async function fleet(room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	timeline.step(`${FLEET.nodeName}, from the inventory to the deletion`);
	for (const vendor of KAFKA_VENDORS) {
		vendor.seedTagged(emulator, `due-${vendor.cloud}`, TAGS, 60);
		vendor.seedTagged(emulator, `kept-${vendor.cloud}`, { ...TAGS, 'fleet-keep': '' }, 60);
		// So that what is due is a small share of what there is.
		for (const name of ['busy-1', 'busy-2']) vendor.seedTagged(emulator, name, {}, 60);
	}
	const outage = emulator.faults.add({
		vendor: 'alibaba',
		operation: 'GetInstanceList',
		region: UNREADABLE,
		times: 'always',
		effect: {
			kind: 'answer',
			status: 403,
			body: { Code: 'Forbidden.RAM', Message: 'User not authorized.', RequestId: 'R' },
		},
	});
	await inventory(room);
	await cleaning(room);
	outage.remove();
	await withoutCredential(room);
}

/** Runs an operation in all regions, and gives its items. */
async function run(
	room: ServedRoom,
	operation: string,
	parameters: INodeParameters = {},
): Promise<IDataObject[]> {
	const path = `fleet-${operation.replace('/', '-')}-${room.emulator.requests.length}`;
	const node = fleetNode('Fleet', operation, { ...REGIONS, ...parameters });
	const data = await runOnce(room, path, node);
	const { error } = data.resultData;
	if (error) throw new Error(`${operation}: ${error.message} ${error.description ?? ''}`);
	return itemsOf(data, 'Fleet');
}

/** The names of the items of one outcome. */
const namesOf = (items: IDataObject[], ...outcomes: string[]): string =>
	items
		.filter(({ outcome }) => outcomes.includes(String(outcome)))
		.map(({ name }) => String(name))
		.sort()
		.join(' ');

const EACH = (word: string) =>
	CLOUDS.map((cloud) => `${word}-${cloud}`)
		.sort()
		.join(' ');

async function inventory(room: ServedRoom): Promise<void> {
	const start = performance.now();
	const before = room.emulator.requests.length;
	const items = await run(room, 'instance/getAll');
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const requests = room.emulator.requests.length - before;
	const names = new Set(items.map(({ name }) => name));
	room.timeline.check(
		`Get Many over all regions: ${items.length} items by ${requests} requests, ${seconds} s with the workflow around it`,
		CLOUDS.every((cloud) => names.has(`due-${cloud}`) && names.has(`kept-${cloud}`)),
	);
	const rows = items.filter(({ kind }) => kind === 'regionNotRead');
	room.timeline.check(
		`the region that cannot be read is a row: ${String(rows[0]?.region)}, ${String(rows[0]?.reason)}: ${String(rows[0]?.message)}`,
		rows.length === 1 && rows[0].region === UNREADABLE && Boolean(rows[0].whatToDo),
	);
}

async function cleaning(room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	const standing = () => KAFKA_VENDORS.flatMap((vendor) => vendor.standing(emulator));
	const before = standing();
	const due = KAFKA_VENDORS.map(({ named, cloud }) => named(emulator, `due-${cloud}`)[0].id);

	const found = await run(room, 'cleanUp/find', { rules: { dateTags: 'expires-on' } });
	const candidates = found.filter(({ kind }) => kind !== 'regionNotRead');
	const names = candidates.map(({ name }) => String(name)).sort();
	timeline.check(`Find Candidates: ${names.join(', ')}`, names.join(' ') === EACH('due'));

	for (const { key } of candidates) {
		const [marked] = await run(room, 'cleanUp/mark', {
			instance: { __rl: true, mode: 'key', value: String(key) },
			...{ deleteAfter: 'days', days: 0, reason: 'past its date' },
		});
		timeline.check(
			`Mark: ${String(marked?.key)} ${String(marked?.outcome)}`,
			marked?.outcome === 'marked',
		);
	}
	const dry = await run(room, 'cleanUp/deleteMarked', { ...SCOPE, dryRun: true });
	timeline.check(
		`Delete Marked, dry run: ${namesOf(dry, 'wouldDelete')}`,
		namesOf(dry, 'wouldDelete') === EACH('due') && standing().join() === before.join(),
	);
	const real = await run(room, 'cleanUp/deleteMarked', { ...SCOPE, dryRun: false });
	const done = namesOf(real, 'deletionStarted', 'releasedOnly', 'deleted');
	timeline.check(
		`Delete Marked: ${done}, and nothing else`,
		done === EACH('due') && standing().join() === before.filter((id) => !due.includes(id)).join(),
	);
	const removals = () =>
		KAFKA_VENDORS.map(
			({ operations }) =>
				emulator.requests.filter(({ operation }) => operation === operations.remove).length,
		).join();
	const sent = removals();
	await run(room, 'cleanUp/deleteMarked', { ...SCOPE, dryRun: false });
	timeline.check('run again, it deletes nothing a second time', removals() === sent);
}

/** A cloud whose credential is missing is named, and none is asked. */
async function withoutCredential(room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	for (const { name, cloud, credential } of KAFKA_VENDORS) {
		const node = fleetNode('Fleet', 'instance/getAll', REGIONS);
		delete node.credentials?.[credential];
		const before = emulator.requests.length;
		const { error } = (await runOnce(room, `fleet-without-${cloud}`, node)).resultData;
		timeline.check(
			`without its credential: ${error?.message}`,
			Boolean(error?.message.includes(`No credential is selected for ${name}`)) &&
				emulator.requests.length === before,
		);
	}
}
