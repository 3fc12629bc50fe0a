/** What an n8n process keeps in mind of what it made, and what it must not make of that. */
import type { INodeParameters } from 'n8n-workflow';

import { fault, type TencentInstance } from '../../../emulator';
import type { Cloud } from '../../support/stage';
import { byId, byName } from '../../support/stage';
import { KINDS } from '../../support/creates/kinds';
import { openPlayground, readable, start } from '../../support/creates/play';

const [kind] = KINDS.tencent;
let cloud: Cloud;
const state = () => cloud.em.tencent.state;
const held = () => state().instances.filter(({ name }) => name.startsWith('orders'));
const create = async (more: INodeParameters = {}) =>
	await start(
		cloud,
		'tencent',
		kind.operation,
		{ ...kind.parameters(''), createIfAbsent: true, ...more },
		[{ n: 'orders' }],
	);

beforeEach(async () => {
	// Nothing becomes visible, and nothing fails, until the test says so.
	cloud = await openPlayground('tencent', { speed: 0 });
});

test('a deletion of something else does not make it forget what is not listed yet', async () => {
	const home = state().seed({ name: 'home', topics: [{ name: 'seeded' }] });
	await create();
	await cloud.items('topic/delete', { instanceId: byId(home.id), topic: byName('seeded') });
	expect((await create()).items('K')).toMatchObject([{ created: false }]);
	expect(held()).toExist(1);
});

test('a deletion that is refused does not make it forget either', async () => {
	const [made] = (await create()).items('K');
	const instanceId = byId(String(made.InstanceId));
	const { told } = await cloud.run('instance/delete', { instanceId });
	expect(told).not.toBe('');
	expect((await create()).items('K')).toMatchObject([{ created: false }]);
	expect(held()).toExist(1);
});

test('one whose creation has failed meanwhile is not taken for one that is there', async () => {
	state().plans.push({ createFails: true, durations: { listed: 1_000, create: 5_000 } });
	const [failed] = (await create()).items('K');
	cloud.em.clock.advance(10_000);
	state().plans.length = 0;
	const [made] = (await create()).items('K');
	expect(made).toMatchObject({ created: true });
	expect(made.InstanceId).not.toBe(failed.InstanceId);
});

test('a batch of which the list shows a part is there whole', async () => {
	const two = { options: { instanceNum: 2 } };
	state().plans.push({ name: 'orders1', durations: { listed: 0 } });
	const ids = (await create(two)).items('K').map(({ InstanceId }) => InstanceId);
	expect(held().map(({ id }: TencentInstance) => id)).toEqual(ids);
	const again = await create(two);
	expect(readable(again)).not.toContain('already exist');
	expect(again.items('K')).toMatchObject(ids.map((InstanceId) => ({ InstanceId, created: false })));
	expect(held()).toExist(2);
});

test('another of the name, which others made, is not taken in place of its own', async () => {
	const [own] = (await create()).items('K');
	const other = state().seed({ name: 'orders' });
	const told = readable(await create());
	expect(told).toContain('requested already exist with this name');
	expect(told).toContain(String(own.InstanceId));
	expect(told).toContain(other.id);
});

describe('one of whose create nothing is known yet', () => {
	const lose = () =>
		cloud.em.faults.add({ operation: kind.api, effect: { kind: 'cut', when: 'after' } });

	test('is not made a second time by the next item of the name', async () => {
		lose();
		const parameters = { ...kind.parameters(''), createIfAbsent: true };
		const names = [{ n: 'orders' }, { n: 'orders' }];
		const settings = { onError: 'continueRegularOutput' as const };
		const run = await start(cloud, 'tencent', kind.operation, parameters, names, settings);
		expect(held()).toExist(1);
		expect(cloud.sent(kind.api)).toBeSent(1);
		expect(readable(run)).toContain('may still take effect');
	});

	test('is not made a second time by the next run, which takes it once it is listed', async () => {
		lose();
		await create();
		expect(readable(await create())).toContain('This request created nothing');
		expect(held()).toExist(1);
		cloud.em.clock.advance(60_000);
		const [{ id }] = held();
		expect((await create()).items('K')).toMatchObject([{ InstanceId: id, created: false }]);
	});

	test('holds up nobody who does not ask for one of the name only', async () => {
		lose();
		await create();
		expect((await create({ createIfAbsent: false })).items('K')).toMatchObject([{ created: true }]);
	});
});

test('of two long names that differ at their ends, the first is not taken for the second', async () => {
	const huawei = await openPlayground('huawei');
	const instance = huawei.em.huawei.state.seed({ name: 'home' });
	const names = ['a', 'b'].map((end) => `${'x'.repeat(150)}${end}`);
	huawei.em.faults.add({ operation: 'CreateInstanceTopic', nth: 2, effect: fault.answerLost() });
	const created: unknown[] = [];
	for (const topicName of names) {
		const run = await huawei.run('topic/create', { instanceId: byId(instance.id), topicName });
		expect(run.told).toBe('');
		created.push(run.items[0]);
	}
	expect(created).toMatchObject([{ created: true }, { created: true, recovered: true }]);
});
