/** Huawei Cloud: one key leads to one project of a region, whether its credential names the project or not. */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { K, PROJECT, newInstance, openCloud, told, type Cloud } from '../../support/stage';

const CREATE = 'CreatePostPaidKafkaInstance';
const { credential, data } = VENDORS.huawei;
let cloud: Cloud;

beforeEach(async () => {
	// Nothing that is made becomes visible while the clock stands still.
	cloud = await openCloud({}, { speed: 0 });
	for (const [id, projectId] of Object.entries({ named: PROJECT, unnamed: '' })) {
		cloud.n8n.credentials[`${credential}:${id}`] = data(cloud.em, { projectId } as never);
	}
});

const start = (id: 'named' | 'unnamed', more: INodeParameters = {}) =>
	cloud.start(
		{ ...newInstance('once-only'), createIfAbsent: true, ...more },
		{ node: { credentials: { [credential]: { id, name: id } } } },
	);

test.each([
	['named', 'unnamed'],
	['unnamed', 'named'],
] as const)('two executions at the same time, first %s, then %s, make one', async (one, other) => {
	cloud.em.faults.add({ operation: CREATE, times: 'always', effect: { kind: 'delay', ms: 60 } });
	const runs = await Promise.all([start(one), start(other)]);
	expect(runs.map(({ error }) => told(error))).toEqual(['', '']);
	expect(cloud.sent(CREATE)).toBeSent(1);
	expect(runs.map((run) => run.items(K)[0].created).sort()).toEqual([false, true]);
});

test('what one made and no list shows is known to the other', async () => {
	cloud.em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { instances: [], instance_num: 0 } },
	});
	const [made] = (await start('unnamed')).items(K);
	expect((await start('named')).items(K)).toMatchObject([
		{ instance_id: made.instance_id, created: false },
	]);
	expect(cloud.sent(CREATE)).toBeSent(1);
});

test('what is in doubt for one is in doubt for the other', async () => {
	cloud.em.faults.add({ operation: CREATE, effect: fault.answerLost() });
	cloud.em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { instances: [], instance_num: 0 } },
	});
	expect(told((await start('named')).error)).toContain('not found by name afterwards');
	expect(told((await start('unnamed')).error)).toContain('may still take effect');
	expect(cloud.sent(CREATE)).toBeSent(1);
});

test('another project of the region is another place', async () => {
	const id = '0'.repeat(32);
	cloud.em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'answer', status: 200, body: { instances: [], instance_num: 0 } },
	});
	cloud.em.faults.add({
		operation: CREATE,
		nth: 2,
		effect: { kind: 'answer', status: 200, body: { instance_id: 'of-the-other-project' } },
	});
	cloud.n8n.credentials[`${credential}:other`] = data(cloud.em, { projectId: id } as never);
	await start('unnamed');
	const [made] = (await start('other' as never)).items(K);
	expect(made).toMatchObject({ instance_id: 'of-the-other-project', created: true });
});

test('the project is asked for once, and a stop ends that at once', async () => {
	const asked = () => cloud.em.requests.filter(({ vendor }) => vendor === 'iam').length;
	await start('unnamed');
	expect(asked()).toBeLessThanOrEqual(1);
	const hung = await openCloud({}, { speed: 0 });
	hung.n8n.credentials[credential] = data(hung.em, { projectId: '' } as never);
	hung.em.faults.add({
		vendor: 'iam',
		times: 'always',
		effect: { kind: 'delay', ms: 3_600_000 },
	} as never);
	const begun = hung.clock.monotonic();
	const running = hung.start(
		{ ...newInstance('never'), createIfAbsent: true },
		{ timeoutMs: 1_000 },
	);
	await running.ended;
	expect(hung.clock.monotonic() - begun).toBeLessThan(1_300);
	expect(hung.em.requests.map(({ vendor }) => vendor)).toEqual(['iam']);
});
