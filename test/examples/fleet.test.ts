/** The examples of Kafka Fleet, each in n8n's engine over three emulated clouds. */
import type { INodeExecutionData } from 'n8n-workflow';

import { fillFleet, REGIONS } from '../../demo/fleetClouds';
import { example, inRegions, textsOf, withSettings } from '../../demo/workflows';
import type { Emulator } from '../../emulator';
import type { Harness, WorkflowJson } from '../harness';
import { dataTables, type DataTable } from '../harness/nodes/dataTable';
import { stage } from './support';

const READS = /^(Get|List|Describe|Show|BatchList)/;

let em: Emulator;
let n8n: Harness;
let tables: Map<string, DataTable>;

const workflow = (file: string) => inRegions(example(file), REGIONS);
const names = (items: Array<{ name?: unknown }>) => items.map(({ name }) => String(name)).sort();
const rowsOf = (table: string) => tables.get(table)?.rows ?? [];

/** Operations that change something, since the beginning. */
const writes = () =>
	em.requests.map(({ operation }) => String(operation)).filter((one) => !READS.test(one));

async function run(json: WorkflowJson) {
	const outcome = await n8n.run(json);
	expect(outcome.error?.message).toBeUndefined();
	return outcome;
}

beforeEach(async () => {
	tables = new Map();
	({ em, n8n } = await stage({ speed: 0 }, dataTables(tables)));
	fillFleet(em);
});

/** Marks what is due today, as the workflow of the week does. */
const mark = async () =>
	await run(
		withSettings(workflow('fleet-2-find-and-mark.json'), { dryRun: false, daysUntilDeletion: 0 }),
	);

describe('Nightly inventory', () => {
	it('has one row for an instance however often it runs, and reports what was not read', async () => {
		const inventory = workflow('fleet-1-nightly-inventory.json');
		const first = await run(inventory);
		expect(textsOf(first)).toEqual([
			expect.stringMatching(/^Kafka Fleet could not read alibaba cn-beijing: .*not allowed/),
		]);
		Object.assign(em.huawei.state.named('orders-dev') as object, { status: 'ERROR' });
		await run(inventory);
		const rows = rowsOf('kafka_inventory');
		expect(names(rows)).toEqual(['clicks-dev', 'orders-dev', 'payments', 'trial-search']);
		const [row] = rows.filter(({ name }) => name === 'orders-dev');
		expect(row).toMatchObject({ state: 'failed', storageGb: 300, owner: 'mika', cloud: 'huawei' });
		expect(writes()).toEqual([]);
	});

	it('says which cloud could not be read at all, and keeps the rows of the others', async () => {
		const wrong = { ...n8n.credentials.managedKafkaTencentCloudApi, secretKey: 'wrong' };
		n8n.credentials.managedKafkaTencentCloudApi = wrong;
		const texts = textsOf(await run(workflow('fleet-1-nightly-inventory.json')));
		expect(texts.join('\n')).toMatch(/could not read tencent: .*Tencent Cloud/);
		expect(names(rowsOf('kafka_inventory'))).toEqual(['orders-dev', 'payments', 'trial-search']);
	});
});

describe('Find and mark', () => {
	it('is a dry run at first', async () => {
		const dry = await run(workflow('fleet-2-find-and-mark.json'));
		const texts = textsOf(dry, 'Message for the Owners');
		expect(texts).toHaveLength(3);
		for (const text of texts)
			expect(text).toMatch(/^Dry run: Kafka instance \S+ \(.*\) (would|is not)/);
		expect(writes()).toEqual([]);
	});

	it('tells each owner once what is marked, and why; the protected one stays', async () => {
		const texts = textsOf(await mark(), 'Message for the Owners').sort();
		expect(texts).toEqual([
			expect.stringMatching(/^Kafka instance clicks-dev .* is not marked: The cloud's deletion/),
			expect.stringMatching(/^Kafka instance orders-dev .*owner: mika\) is marked for .*: idle: /),
			expect.stringMatching(
				/^Kafka instance trial-search .*owner: robin\) is marked .* expires-on/,
			),
		]);
		const again = textsOf(await mark(), 'Message for the Owners');
		expect(again).toEqual([expect.stringContaining('clicks-dev')]);
	});
});

describe('Reminder', () => {
	it('reminds once of what is due', async () => {
		await mark();
		const remind = workflow('fleet-3-remind-owners.json');
		const texts = textsOf(await run(remind), 'Message for the Owners').sort();
		expect(texts).toEqual([
			expect.stringMatching(/^Kafka instance orders-dev .*from today on, .*Reason: idle\./),
			expect.stringMatching(/^Kafka instance trial-search .*from today on/),
		]);
		expect(textsOf(await run(remind), 'Message for the Owners')).toEqual([]);
	});
});

describe('Delete with approval', () => {
	const file = 'fleet-4-delete-with-approval.json';
	const real = () => withSettings(workflow(file), { dryRun: false });
	const decision = (Decision: string): INodeExecutionData[] => [
		{ json: { Decision, 'Your Name': 'kim' } },
	];
	const deletions = () => writes().filter((one) => /^(BatchRestart|Delete|Release)/.test(one));

	it('only reports at first', async () => {
		await mark();
		const dry = await run(workflow(file));
		expect(textsOf(dry, 'Report Only')[0]).toContain('2 would be deleted');
		expect(dry.result.status).toBe('success');
		expect(dry.runData).not.toHaveProperty('Wait for Approval');
	});

	it('deletes what was approved and nothing that became due since, and records it', async () => {
		await mark();
		const asked = await n8n.run(real());
		expect(asked.result.status).toBe('waiting');
		expect(textsOf(asked, 'Report for the Channel')[0]).toMatch(/Approve or decline.*: http/);
		em.huawei.state.seed({
			name: 'late',
			createdAt: 0,
			tags: [
				{ key: 'env', value: 'dev' },
				{ key: 'fleet-delete-after', value: '2020-01-01' },
			],
		});
		const approved = await n8n.resume(real(), asked, decision('Approve'));
		expect(approved.error?.message).toBeUndefined();
		expect(deletions().sort()).toEqual(['BatchRestartOrDeleteInstances', 'ReleaseInstance']);
		const rows = rowsOf('kafka_removals');
		expect(names(rows)).toEqual(['orders-dev', 'trial-search']);
		for (const row of rows) expect(row).toMatchObject({ approvedBy: 'kim' });
		expect(em.huawei.state.named('late')).toMatchObject({ status: 'RUNNING' });
	});

	it('keeps what was kept meanwhile, and says so in the record', async () => {
		await mark();
		const asked = await n8n.run(real());
		em.huawei.state.named('orders-dev')?.tags.push({ key: 'fleet-keep', value: 'yes' });
		await n8n.resume(real(), asked, decision('Approve'));
		expect(deletions()).toEqual(['ReleaseInstance']);
		const [row] = rowsOf('kafka_removals').filter(({ name }) => name === 'orders-dev');
		expect(row).toMatchObject({ outcome: 'kept', message: 'The tag fleet-keep=yes keeps it.' });
	});

	it.each([
		['somebody declines', decision('Decline'), 'declined by kim'],
		['nobody answers in time', [{ json: {} }], 'no one approved it within a day'],
	])('deletes nothing when %s', async (_, input: INodeExecutionData[], why) => {
		await mark();
		const asked = await n8n.run(real());
		const declined = await n8n.resume(real(), asked, input);
		expect(textsOf(declined, 'Not Approved')[0]).toContain(why);
		expect(deletions()).toEqual([]);
	});
});

describe('Events of the fleet', () => {
	it('tells what is due and what is gone', async () => {
		const watch = workflow('fleet-5-tell-what-happened.json');
		const active = n8n.makeWorkflow(watch);
		const trigger = 'Kafka Fleet Trigger';
		expect(await n8n.poll(active, trigger)).toBeNull();
		await mark();
		const told = async () => {
			const [inputItems] = (await n8n.poll(active, trigger)) ?? [[]];
			if (inputItems.length === 0) return [];
			return textsOf(await n8n.run(watch, { startNode: trigger, inputItems }));
		};
		const due = await told();
		expect(due.filter((text) => text.includes('may be deleted from today on'))).toHaveLength(2);
		Object.assign(em.huawei.state.named('payments') as object, { visibleFrom: Infinity });
		const gone = expect.stringMatching(/^Kafka instance payments .* is gone$/) as string;
		expect(await told()).toContainEqual(gone);
	});
});
