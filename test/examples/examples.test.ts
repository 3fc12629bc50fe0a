import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { alibabaDemo } from '../../demo/alibaba';
import { fleetDemo } from '../../demo/fleet';
import { huaweiDemo } from '../../demo/huawei';
import { tencentDemo } from '../../demo/tencent';
import { Timeline } from '../../demo/timeline';
import type { Emulator } from '../../emulator';
import type { WorkflowJson } from '../harness';
import { stage } from './support';

const folder = join(__dirname, '../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Runs the demo's way through the example workflows of a vendor and gives its lines. */
async function demo(
	run: typeof huaweiDemo,
	left: (emulator: Emulator) => number,
): Promise<{ lines: string[]; checks: number; left: number }> {
	const { em, n8n, clock } = await stage({});
	const lines: string[] = [];
	const timeline = new Timeline(em, (line) => lines.push(line), clock.sleep);
	try {
		await run(em, n8n, timeline);
		return { lines, checks: timeline.checks, left: left(em) };
	} finally {
		timeline.stop();
	}
}

describe('The examples', () => {
	it('do their work from a chat command to the clean-up on Huawei Cloud', async () => {
		const { lines, checks, left } = await demo(
			huaweiDemo,
			({ huawei }) => huawei.state.instances.length,
		);
		expect(checks).toBe(22);
		expect(left).toBe(0);
		const text = lines.join('\n');
		expect(text).toContain('reply in the channel: Creating Kafka instance orders-dev');
		expect(text).toContain('orders-dev is CREATING');
		expect(text).toContain('the trigger emits CREATING -> RUNNING for orders-dev');
		expect(text).toContain('is gone');
		for (const secret of ['Change-me-1', 'Change-me-2', 'emulator-huawei-secret-key']) {
			expect(text).not.toContain(secret);
		}
	});

	it('do their work from a chat command to the clean-up on Alibaba Cloud', async () => {
		const { lines, checks, left } = await demo(
			alibabaDemo,
			({ alibaba }) => alibaba.state.instances.length,
		);
		expect(checks).toBe(16);
		expect(left).toBe(0);
		const text = lines.join('\n');
		expect(text).toContain('reply in the channel: Creating Kafka instance orders-dev');
		expect(text).toMatch(
			/reply in the channel: Kafka instance orders-dev \([\w-]+\) already exists/,
		);
		expect(text).toContain('Kafka instance orders-dev is ready');
		expect(text).toContain('was deleted');
		expect(text).not.toContain('emulator-alibaba-access-key-secret');
	});

	it('do their work on Tencent Cloud from the provisioning to the clean-up', async () => {
		const { lines, checks, left } = await demo(
			tencentDemo,
			({ tencent }) => tencent.state.instances.length,
		);
		expect(checks).toBe(16);
		expect(left).toBe(0);
		const text = lines.join('\n');
		expect(text).toContain('is ready: ');
		expect(text).toContain('Cloud Log Service cannot read Kafka instance orders-dev: ');
		expect(text).toMatch(/Kafka instance orders-dev \(ckafka-\w+\) is gone/);
		for (const secret of ['Change-me-1', 'emulator-tencent-secret-key']) {
			expect(text).not.toContain(secret);
		}
	});

	it('do their work over a fleet of three clouds, from the inventory to the approved deletion', async () => {
		const { lines, checks, left } = await demo(fleetDemo, ({ huawei, alibaba, tencent }) =>
			[huawei, alibaba, tencent].reduce((count, { state }) => count + state.instances.length, 0),
		);
		expect(checks).toBe(15);
		// The released one stays in the list of Alibaba Cloud until the next run.
		expect(left).toBe(4);
		const text = lines.join('\n');
		expect(text).toContain('Kafka Fleet could not read alibaba cn-beijing');
		expect(text).toContain('Dry run: Kafka instance orders-dev');
		expect(text).toContain(
			'Kafka instance clicks-dev (tencent ap-guangzhou, owner: unknown) is not marked',
		);
		expect(text).toMatch(/Kafka instance orders-dev \(huawei:cn-north-4:\w+:[\w-]+\) is gone/);
		for (const secret of ['emulator-huawei-secret-key', 'emulator-alibaba-access-key-secret']) {
			expect(text).not.toContain(secret);
		}
	});

	it.each(files)('%s can be imported: every node has a place, every connection an end', (file) => {
		const { name, nodes, connections } = JSON.parse(read(file)) as WorkflowJson;
		expect(name).toBeTruthy();
		const names = nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		expect(nodes.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
		for (const { position, type } of nodes) {
			expect(position).toHaveLength(2);
			expect(type).toMatch(/^(n8n-nodes-(base|managed-kafka)|@n8n\/n8n-nodes-langchain)\./);
		}
		const ends = Object.values(connections ?? {}).flatMap((outputs) =>
			Object.values(outputs).flat(2),
		);
		for (const end of [...Object.keys(connections ?? {}), ...ends.map((one) => one?.node)]) {
			expect(names).toContain(end);
		}
	});

	it.each(files)("%s is listed in the folder's README and holds no address or key", (file) => {
		expect(read('README.md')).toContain(`(${file})`);
		expect(read(file)).not.toMatch(/127\.0\.0\.1|localhost|secretAccessKey|AKID|LTAI/);
	});

	it.each(files)('%s is run by a test', (file) => {
		const sources = ['../../demo', '.'].flatMap((place) =>
			readdirSync(join(__dirname, place))
				.filter((name) => name.endsWith('.ts'))
				.map((name) => readFileSync(join(__dirname, place, name), 'utf8')),
		);
		expect(sources.some((source) => source.includes(`'${file}'`))).toBe(true);
	});

	it('are all there that the README names', () => {
		const named = [...read('README.md').matchAll(/\(([\w-]+\.json)\)/g)].map(([, file]) => file);
		expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
	});
});
