/** Check 24: what the trigger tells, and what it does not take for an end. */
import type { IDataObject } from 'n8n-workflow';

import { chain, node } from '../../../harness';
import { FLEET_TRIGGER, openFleet } from '../../../support/fleetStage';
import { VENDORS } from '../../../support/clouds';

const EVENTS = [
	'instanceAppeared',
	'instanceDisappeared',
	'stateChanged',
	'instanceFailed',
	'markDue',
	'regionNotReadable',
	'regionReadableAgain',
];

const trigger = (parameters = {}) =>
	chain(
		node(
			'T',
			FLEET_TRIGGER,
			{ clouds: ['huawei', 'tencent'], events: EVENTS, ...parameters },
			{ credentials: [VENDORS.huawei.credential, VENDORS.tencent.credential] },
		),
	);

describe('fleet/acceptance', () => {
	test('24. a region that cannot be read for ten polls: no disappearance, one event, and one when it is back', async () => {
		const fleet = await openFleet({
			huawei: { instances: [{ name: 'h-1' }] },
			tencent: { instances: [{ name: 't-1' }] },
		});
		let workflow = fleet.n8n.makeWorkflow(trigger());
		const events = async () => {
			const items = (await fleet.n8n.poll(workflow, 'T'))?.[0] ?? [];
			return items.map(
				({ json }: { json: IDataObject }) => `${json.event} ${json.name ?? json.region}`,
			);
		};
		expect(await events()).toEqual([]);
		const outage = fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DescribeInstancesDetail',
			times: 'always',
			effect: { kind: 'cut', when: 'before' },
		});
		const seen: string[] = [];
		for (let poll = 1; poll <= 10; poll++) {
			seen.push(...(await events()));
			if (poll === 5) workflow = fleet.n8n.restart(workflow);
		}
		expect(seen).toEqual(['regionNotReadable ap-guangzhou']);
		outage.remove();
		fleet.em.tencent.state.seed({ name: 't-2' });
		expect(await events()).toEqual(['instanceAppeared t-2', 'regionReadableAgain ap-guangzhou']);
		expect(await events()).toEqual([]);
	});

	test('24. appearing, failing, and disappearing are each told once', async () => {
		const fleet = await openFleet({ huawei: { instances: [{ name: 'h-1' }, { name: 'h-2' }] } });
		const workflow = fleet.n8n.makeWorkflow(trigger({ clouds: ['huawei'] }));
		const events = async () => {
			const items = (await fleet.n8n.poll(workflow, 'T'))?.[0] ?? [];
			return items.map(({ json }: { json: IDataObject }) => `${json.event} ${json.name}`);
		};
		expect(await events()).toEqual([]);
		const { state } = fleet.em.huawei;
		state.seed({ name: 'h-3' });
		Object.assign(state.named('h-1') as object, { status: 'CREATEFAILED' });
		expect((await events()).sort()).toEqual([
			'instanceAppeared h-3',
			'instanceFailed h-1',
			'stateChanged h-1',
		]);
		Object.assign(state.named('h-2') as object, { gone: true });
		expect(await events()).toEqual(['instanceDisappeared h-2']);
		expect(await events()).toEqual([]);
	});

	test('24. 5,000 rows are watched; more fail the poll, and what was known is not lost', async () => {
		const instances = Array.from({ length: 5_000 }, (_, index) => ({ name: `a-${index}` }));
		const fleet = await openFleet({ alibaba: { instances } });
		const watching = chain(
			node(
				'T',
				FLEET_TRIGGER,
				{ clouds: ['alibaba'], events: EVENTS },
				{ credentials: [VENDORS.alibaba.credential] },
			),
		);
		let workflow = fleet.n8n.makeWorkflow(watching);
		const events = async () => {
			const items = (await fleet.n8n.poll(workflow, 'T'))?.[0] ?? [];
			return items.map(({ json }: { json: IDataObject }) => `${json.event} ${json.name}`);
		};
		expect(await events()).toEqual([]);
		const { state } = fleet.em.alibaba;
		state.seed({ name: 'a-new' });
		const error = await events().catch((thrown: Error) => thrown);
		expect(String((error as Error).message)).toContain('5001 instances');
		workflow = fleet.n8n.restart(workflow);
		Object.assign(state.named('a-7') as object, { gone: true });
		expect((await events()).sort()).toEqual(['instanceAppeared a-new', 'instanceDisappeared a-7']);
		expect(await events()).toEqual([]);
	});
});
