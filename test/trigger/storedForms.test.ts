/** What n8n keeps for a trigger, changed by a person or by another version: it counts as a first poll. */
import { byId, openPolls, type PollStage, type VendorName, type Watch } from '../support/pollStage';

interface Kept {
	v: unknown;
	state: {
		instances: { known: unknown; expiring?: unknown };
		work: { tasks: { known: unknown; horizon: unknown } };
		topics: { of?: unknown; names: unknown };
	};
}

/** What n8n keeps for the trigger. */
const keptOf = ({ workflow }: Watch) =>
	workflow.getStaticData('node', workflow.nodes.Watch) as unknown as Kept;

const EDITS: Array<[string, (kept: Kept) => unknown]> = [
	['instances without rows', (kept) => (kept.state.instances = {} as never)],
	['a list for the instances', (kept) => (kept.state.instances = [] as never)],
	['null for the rows', (kept) => (kept.state.instances.known = null)],
	['an object for the rows', (kept) => (kept.state.instances.known = { x: ['x', 'RUNNING', 'a'] })],
	['an object for each row', (kept) => (kept.state.instances.known = [{ id: 'x' }])],
	['a number for the ID of a row', (kept) => (kept.state.instances.known = [[7, 'RUNNING', 'a']])],
	['text for what is expiring', (kept) => (kept.state.instances.expiring = 'x')],
	['null for the state', (kept) => (kept.state = null as never)],
	['a list for the state', (kept) => (kept.state = [] as never)],
	['text for the version', (kept) => (kept.v = '1')],
];

const CHANGES = ['instanceAppeared', 'instanceDisappeared', 'instanceStatusChanged'];

describe.each<VendorName>(['huawei', 'alibaba', 'tencent'])('%s', (vendor) => {
	let stage: PollStage;
	beforeEach(async () => {
		stage = await openPolls(vendor, { instances: ['a', 'b', 'c'].map((name) => ({ name })) });
	});

	test.each(EDITS)('%s: nothing is told, and the next poll goes on', async (_, edit) => {
		const watch = stage.watch({ events: CHANGES });
		expect(await watch.tick()).toBeNull();
		edit(keptOf(watch));
		expect(await watch.tick()).toBeNull();
		stage.em[vendor].state.seed({ name: 'new' });
		expect(await watch.tick()).toMatchObject([{ event: 'instanceAppeared', instanceName: 'new' }]);
	});
});

test.each<[VendorName, string, (state: Kept['state']) => unknown]>([
	['huawei', 'taskChanged', ({ work }) => (work.tasks.known = {})],
	['huawei', 'taskChanged', ({ work }) => (work.tasks.horizon = null)],
	['huawei', 'taskChanged', ({ work }) => (work.tasks = [] as never)],
	['huawei', 'taskChanged', (state) => (state.work = [] as never)],
	['alibaba', 'topicCreated', ({ topics }) => (topics.names = { a: 1 })],
	['alibaba', 'topicCreated', ({ topics }) => delete topics.of],
	['alibaba', 'topicCreated', (state) => (state.topics = null as never)],
])('%s, %s: a second source of another form tells nothing either', async (vendor, event, edit) => {
	const topics = [{ name: 'first' }, { name: 'second' }];
	const stage = await openPolls(vendor, { instances: [{ name: 'orders', topics }] } as never);
	const [instance] = stage.em[vendor].state.instances;
	if ('tasks' in instance) {
		const times = { createdAt: 1, updatedAt: 1, listedFrom: 0 };
		const task = { id: '0'.repeat(32), name: 't', status: 'SUCCESS', params: '{}', ...times };
		instance.tasks.push(task as never);
	}
	const watch = stage.watch({ events: [event], instanceId: byId(instance.id) });
	expect(await watch.tick()).toBeNull();
	edit(keptOf(watch).state);
	expect(await watch.tick()).toBeNull();
	expect(await watch.tick()).toBeNull();
});

test.each([
	['in lower case', ['error']],
	['with blanks', [' ERROR ']],
	['as several in one text', 'Frozen, Error'],
])('a status %s is the one that is meant', async (_, statuses) => {
	const stage = await openPolls('huawei', { instances: [{ name: 'a' }] });
	const watch = stage.watch({ events: ['instanceStatusChanged'], statuses });
	expect(await watch.tick()).toBeNull();
	Object.assign(stage.em.huawei.state.instances[0], { status: 'ERROR' });
	expect(await watch.events()).toEqual(['a instanceStatusChanged RUNNING>ERROR']);
	Object.assign(stage.em.huawei.state.instances[0], { status: 'RUNNING' });
	expect(await watch.events()).toEqual([]);
});
