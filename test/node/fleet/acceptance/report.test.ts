/** Check 25: a report holds whatever a name holds, and says first that it is not complete. */
import { openFleet } from '../../../support/fleetStage';

const NAME = '=<b>*_|"x';

describe('fleet/acceptance', () => {
	test('25. 200 rows with odd names are intact in every format, and what is missing stands first', async () => {
		const instances = Array.from({ length: 200 }, (_, index) => ({ name: `${NAME}-${index}` }));
		const fleet = await openFleet({ tencent: { instances }, huawei: { instances: [] } });
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DescribeInstancesDetail',
			region: 'ap-beijing',
			times: 'always',
			effect: { kind: 'cut', when: 'before' },
		});
		const [report] = await fleet.items('instance/getAll', {
			clouds: ['tencent'],
			regions: 'chosen',
			tencentRegions: ['ap-guangzhou', 'ap-beijing'],
			returnAll: true,
			output: 'report',
			options: { mostRows: 200 },
		});
		const { text, markdown, html, csv, slackBlocks } = report as Record<string, string>;
		const first = 'Incomplete: 1 region was not read: Tencent Cloud ap-beijing (unreachable).';
		expect(report.complete).toBe(false);
		expect(text.split('\n')[0]).toBe(first);
		expect(markdown.split('\n')[0]).toContain('Incomplete: 1 region was not read');
		expect(html.split('\n')[0]).toContain(`<strong>${first}</strong>`);
		expect(csv.split('\r\n')[1]).toContain(first);
		expect(text.length).toBeLessThanOrEqual(4_096);
		expect(text).toMatch(/and \d+ more$/);
		expect(html.match(/<tr>/g)).toHaveLength(201);
		expect(html).not.toContain('<b>');
		const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
		for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(9);
		const lines = csv.split('\r\n');
		expect(lines).toHaveLength(202);
		for (const line of lines.slice(2)) expect(line).toMatch(/^"'=<b>\*_\|""x-\d+",/);
		const blocks = slackBlocks as unknown as Array<{ text: { text: string } }>;
		expect(blocks.length).toBeLessThanOrEqual(50);
		expect(blocks[0].text.text).toContain('Incomplete');
		for (const block of blocks) {
			expect(block.text.text.length).toBeLessThanOrEqual(3_000);
			expect(block.text.text).not.toContain('<b>');
		}
	});

	test('a report calls nobody whose name an instance has, and keeps addresses readable', async () => {
		const names = ['@everyone', 'a @team/kafka', '\\@admin', 'bob@orders.example'];
		const instances = names.map((name) => ({ name }));
		const fleet = await openFleet({ tencent: { instances } });
		const [{ markdown }] = (await fleet.items('instance/getAll', {
			clouds: ['tencent'],
			output: 'report',
		})) as Array<Record<string, string>>;
		for (const called of ['@everyone', '@team', '@admin']) expect(markdown).not.toContain(called);
		expect(markdown).toContain('@\u200beveryone');
		expect(markdown).toContain('bob\\@orders.example');
	});
});
