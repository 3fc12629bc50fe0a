/** Orders of Alibaba Cloud, which carry no name, while another n8n process or a person orders too. */
import type { INodeParameters } from 'n8n-workflow';

import type { FaultEffect } from '../../../emulator';
import { beginDeployment } from '../../../emulator/alibaba/model/lifecycle';
import type { Cloud } from '../../support/stage';
import { until } from '../../support/until';
import { KINDS } from '../../support/creates/kinds';
import { openPlayground, readable, start } from '../../support/creates/play';

const [kind] = KINDS.alibaba;
/** What another process orders at the same time with the same settings. */
const ALIKE = {
	name: 'theirs',
	phase: 'waiting' as const,
	deployType: 5,
	specType: 'professional',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskType: 1,
	diskSize: 500,
};

let cloud: Cloud;
const state = () => cloud.em.alibaba.state;
const order = (options: INodeParameters = {}) =>
	start(cloud, 'alibaba', kind.operation, {
		...kind.parameters(''),
		name: 'ours',
		options,
	});

beforeEach(async () => {
	// A second passes with each request.
	cloud = await openPlayground('alibaba', { speed: 0, tick: 1_000 });
});

/** Orders while the other process has just ordered: that one is listed first. */
async function orderBeside(effect: FaultEffect, theirs: object = {}) {
	cloud.em.faults.add({
		operation: kind.api,
		effect: [{ kind: 'delay', ms: 30 }, effect],
	});
	const running = order();
	await until('the order', () => cloud.sent(kind.api).length > 0);
	const other = state().seed({ ...ALIKE, ...theirs });
	return { other, running };
}

test('one that never arrived does not deploy what another process is about to deploy', async () => {
	const { other, running } = await orderBeside(
		{ kind: 'cut', when: 'before' },
		{ durations: { deployLag: 1_500 } },
	);
	beginDeployment(other, state().now);
	const run = await running;
	expect(run.error).toBeDefined();
	expect(readable(run)).toContain(other.id);
	expect(cloud.sent('StartInstance')).toEqual([]);
});

test('one that is listed after that of another process does not deploy that', async () => {
	state().durations.instanceListed = 2_000;
	const { other, running } = await orderBeside({ kind: 'cut', when: 'after' });
	const run = await running;
	expect(run.error).toBeDefined();
	expect(state().instances).toHaveLength(2);
	for (const { id } of state().instances) expect(readable(run)).toContain(id);
	expect(readable(run)).toContain(other.id);
	expect(cloud.sent('StartInstance')).toEqual([]);
});

test('what was seen is named though the list cannot be read any more', async () => {
	state().durations.instanceListed = 0;
	cloud.em.faults.add({
		operation: 'GetInstanceList',
		nth: 3,
		times: 'always',
		effect: { kind: 'answer', status: 503 },
	});
	cloud.em.faults.add({ operation: kind.api, effect: { kind: 'cut', when: 'after' } });
	const run = await order();
	expect(readable(run)).toContain(state().instances[0].id);
	expect(cloud.sent(kind.api)).toBeSent(1);
});

test('an instance that others have deployed elsewhere is no success', async () => {
	const { id, orderIds } = state().seed({ ...ALIKE, phase: 'serving', vpcId: 'vpc-theirs' });
	const run = await order({ orderId: orderIds[0] });
	const told = readable(run);
	expect(run.error).toBeDefined();
	for (const part of [id, orderIds[0], 'vpc-theirs', 'vpc-1']) expect(told).toContain(part);
	expect(cloud.sent('StartInstance')).toEqual([]);
});

test('an instance that an earlier run has deployed where it should be is one', async () => {
	const network = { vpcId: 'vpc-1', vSwitchId: 'vsw-1' };
	const { id, orderIds } = state().seed({
		...ALIKE,
		name: 'ours',
		phase: 'serving',
		...network,
	});
	const run = await order({ orderId: orderIds[0] });
	expect(run.items('K')).toMatchObject([{ InstanceId: id }]);
	expect(cloud.sent('StartInstance')).toEqual([]);
});

test.each([{}, '', ' ', 0, null, []])(
	'an order and an instance that are called %j are looked for',
	async (id) => {
		const Data = { OrderId: id, InstanceId: id };
		cloud.em.faults.add({
			operation: kind.api,
			effect: {
				kind: 'answer',
				status: 200,
				after: true,
				body: { Success: true, Code: 200, RequestId: 'r', OrderId: id, Data },
			},
		});
		const [item] = (await order()).items('K');
		expect(item).toMatchObject({ InstanceId: state().instances[0].id, recovered: true });
		expect(cloud.sent(kind.api)).toBeSent(1);
	},
);
