import { startEmulator, type Emulator } from '../../emulator';
import { chain, createHarness, node } from '../../test/harness';
import { VENDORS } from '../../test/support/clouds';
import type { Editor } from './browser';

/** Clouds of its own behind the picture of a report, as what other subjects left would be in it. */

const DAY = 86_400_000;
const CLOUDS = ['alibaba', 'huawei', 'tencent'] as const;

/** The region that cannot be read. */
const UNREADABLE = 'ap-beijing';

/** An instance: its age in days, its traffic, and its tags. */
type Row = readonly [name: string, age: number, traffic: number, tags: Record<string, string>];

const ALIBABA: Row[] = [
	['search-trial', 92, 0, { owner: 'robin', env: 'dev' }],
	['orders-prod', 410, 0, { owner: 'mika' }],
	['stock', 230, 850, { owner: 'kim' }],
];
const HUAWEI: Row[] = [
	['orders-dev', 64, 0, { owner: 'mika', env: 'dev' }],
	['audit', 128, 0, { owner: 'kim', 'fleet-keep': '2099-01-01' }],
	['payments', 305, 5_000, { owner: 'robin' }],
];
const TENCENT: Row[] = [
	['clicks-load-test', 23, 12, { owner: 'kim', 'expires-on': '2026-01-31' }],
	['mail', 150, 40, { owner: 'mika' }],
];

/** Fills the clouds, with the traffic of the last weeks. */
function fill({ alibaba, huawei, tencent, clock, faults }: Emulator): void {
	const now = clock.now();
	const [from, to] = [now - 40 * DAY, now + DAY];
	const of = (tags: Row[3]) => Object.entries(tags);
	for (const [name, age, traffic, tags] of ALIBABA) {
		const metrics = { instance_message_input: traffic, instance_message_output: traffic };
		const given = of(tags).map(([Key, Value]) => ({ Key, Value }));
		alibaba.state.seed({ name, createdAt: now - age * DAY, metrics, tags: given });
	}
	for (const [name, age, value, tags] of HUAWEI) {
		const given = of(tags).map(([key, one]) => ({ key, value: one }));
		huawei.state.seed({ name, createdAt: now - age * DAY, tags: given });
		const { id } = huawei.state.named(name) as { id: string };
		for (const metric of ['instance_bytes_in_rate', 'instance_bytes_out_rate']) {
			huawei.state.metrics.report(id, metric, { from, to, value });
		}
	}
	for (const [name, age, value, tags] of TENCENT) {
		const given = of(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
		tencent.state.seed({ name, createdAt: now - age * DAY, tags: given });
		const { id } = tencent.state.named(name) as { id: string };
		for (const metric of ['InstanceProCount', 'InstanceConCount']) {
			tencent.state.monitor.fill(metric, id, from, to, value);
		}
	}
	faults.add({
		vendor: 'tencent',
		operation: 'DescribeInstancesDetail',
		region: UNREADABLE,
		times: 'always',
		effect: { kind: 'cut', when: 'before' },
	});
}

const price = (cloud: (typeof CLOUDS)[number], perMonth: number, currency: string) => ({
	cloud,
	contains: '',
	perMonth,
	perGb: 0,
	currency,
});

/** What the report is made of. */
const FIND = {
	resource: 'cleanUp',
	operation: 'find',
	clouds: [...CLOUDS],
	regions: 'chosen',
	alibabaRegions: ['cn-hangzhou'],
	huaweiRegions: ['cn-north-4'],
	tencentRegions: ['ap-guangzhou', UNREADABLE],
	rules: { idleFor: 14, dateTags: 'expires-on' },
	show: 'all',
	output: 'report',
	options: {
		priceRows: { entry: [price('alibaba', 1_300, 'CNY'), price('huawei', 150, 'USD')] },
	},
};

/** The HTML of the report, as the node makes it in n8n's engine. */
async function reportHtml(): Promise<string> {
	const emulator = await startEmulator({ speed: 0 });
	try {
		fill(emulator);
		const vendors = CLOUDS.map((cloud) => VENDORS[cloud]);
		const credentials = Object.fromEntries(
			vendors.map((vendor) => [vendor.credential, vendor.data(emulator)]),
		);
		const n8n = await createHarness({ credentials });
		const chosen = { credentials: vendors.map(({ credential }) => credential) };
		const fleet = node('Fleet', 'n8n-nodes-managed-kafka.kafkaFleet', FIND, chosen);
		const ran = await n8n.run(chain(fleet), { inputItems: [{ json: {} }] });
		if (ran.error) throw new Error(`The report could not be made: ${ran.error.message}`);
		return String(ran.items('Fleet')[0].html);
	} finally {
		await emulator.close();
	}
}

/** A report of Kafka Fleet, as a mail shows it. */
export async function report({ page, picture }: Pick<Editor, 'page' | 'picture'>): Promise<void> {
	const html = await reportHtml();
	await page.setContent(`<div style="display:inline-block;padding:16px">${html}</div>`);
	await picture('fleet-report', page.locator('div').first());
}
