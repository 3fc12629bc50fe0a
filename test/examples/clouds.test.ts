/** The examples over all three clouds. */
import type { IDataObject } from 'n8n-workflow';

import { example, textsOf } from '../../demo/workflows';
import type { Emulator, EmulatorOptions } from '../../emulator';
import type { Harness } from '../harness';
import { stage } from './support';

let em: Emulator;
let n8n: Harness;

async function open(options: EmulatorOptions) {
	({ em, n8n } = await stage(options));
}

describe('Alert on failed instances', () => {
	const workflow = example('clouds-1-alert-on-failed-instances.json');
	const triggers = ['Huawei Cloud', 'Alibaba Cloud', 'Tencent Cloud'];

	it('tells of a failed instance of each cloud, and of nothing else', async () => {
		await open({
			speed: 0,
			huawei: { instances: [{ name: 'huawei-new', status: 'CREATING' }, { name: 'fine' }] },
			alibaba: { instances: [{ name: 'alibaba-old' }, { name: 'fine' }] },
			tencent: { instances: [{ name: 'tencent-old' }, { name: 'fine' }] },
		});
		const active = n8n.makeWorkflow(workflow);
		for (const trigger of triggers) expect(await n8n.poll(active, trigger)).toBeNull();

		Object.assign(em.huawei.state.named('huawei-new') as object, { status: 'CREATEFAILED' });
		em.alibaba.state.seed({ name: 'alibaba-new', phase: 'deployFailed' });
		Object.assign(em.tencent.state.named('tencent-old') as object, { status: 5 });
		em.tencent.state.seed({ name: 'another-fine-one' });

		const texts: string[] = [];
		for (const trigger of triggers) {
			const [inputItems] = (await n8n.poll(active, trigger)) ?? [[]];
			const run = await n8n.run(workflow, { startNode: trigger, inputItems });
			expect(run.result.status).toBe('success');
			texts.push(...textsOf(run));
		}
		expect(texts.map((text) => text.replace(/\([^)]*\)/, '()'))).toEqual([
			'Kafka instance huawei-new () has the status CREATEFAILED (previously CREATING). It may be billed until it is deleted.',
			'Kafka instance alibaba-new () has the status deployment failed. It may be billed until it is deleted.',
			'Kafka instance tencent-old () has the status isolated (previously running). It may be billed until it is deleted.',
		]);
	});
});

describe('Nightly inventory', () => {
	const workflow = example('clouds-2-nightly-inventory.json');
	const columns = [
		'date',
		'cloud',
		'id',
		'name',
		'state',
		'status',
		'storageGb',
		'created',
		'paidUntil',
		'tags',
	];
	const brief = (row: IDataObject) =>
		[row.cloud, row.name, row.state, row.status, row.storageGb, row.tags].join(' | ');

	it('has a row for every instance, with the same columns and words for all clouds', async () => {
		await open({
			speed: 0,
			huawei: {
				instances: [
					{ name: 'h-1', storageSpace: 300, tags: [{ key: 'team', value: 'orders' }] },
					{ name: 'h-2', storageSpace: 600, status: 'EXTENDING' },
				],
			},
			alibaba: {
				instances: [
					{ name: 'a-1', diskSize: 900, tags: [{ Key: 'team', Value: 'orders' }] },
					{ name: 'a-2', diskSize: 500, phase: 'waiting' },
				],
			},
			tencent: {
				instances: [
					{ name: 't-1', diskSize: 200, tags: [{ TagKey: 'team', TagValue: 'orders' }] } as never,
					{ name: 't-2', diskSize: 500, status: 5 } as never,
				],
			},
		});
		const run = await n8n.run(workflow);
		expect(run.error).toBeUndefined();
		const rows = run.items('One Table');
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(columns);
			expect(Object.values(row).every((value) => ['string', 'number'].includes(typeof value))).toBe(
				true,
			);
			expect(row.created).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
		}
		expect(rows.map(brief).sort()).toEqual([
			'Alibaba Cloud | a-1 | ready | running | 900 | team=orders',
			'Alibaba Cloud | a-2 | idle | waiting for deployment | 500 | ',
			'Huawei Cloud | h-1 | ready | RUNNING | 300 | team=orders',
			'Huawei Cloud | h-2 | pending | EXTENDING | 600 | ',
			'Tencent Cloud | t-1 | ready | running | 200 | team=orders',
			'Tencent Cloud | t-2 | failed | isolated | 500 | ',
		]);
	});

	it('says which cloud it could not read, and that a cloud without instances has none', async () => {
		await open({ huawei: { instances: [{ name: 'h-1' }] } });
		n8n.credentials.managedKafkaTencentCloudApi = {
			...n8n.credentials.managedKafkaTencentCloudApi,
			secretKey: 'wrong',
		};
		const run = await n8n.run(workflow);
		expect(run.result.status).toBe('success');
		const rows = run.items('One Table');
		expect(rows.map(({ cloud, state }) => `${String(cloud)} ${String(state)}`)).toEqual([
			'Huawei Cloud ready',
			'Tencent Cloud not read',
		]);
		expect(rows[1].status).toMatch(/signature/i);
	});
});
