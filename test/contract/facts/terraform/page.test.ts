import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { KafkaFleet } from '../../../../nodes/KafkaFleet/KafkaFleet.node';
import { presentNodes, resourcesOf } from '../../../support/facts/vendors';
import { PROVIDERS } from './providers';

const root = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/terraform.md');

/** Every label below a value, whatever it is nested in. */
function labelsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { displayName } = value as { displayName?: unknown };
	const own = typeof displayName === 'string' ? [displayName] : [];
	return [...own, ...Object.values(value).flatMap(labelsIn)];
}

const labels = new Set([
	...presentNodes().flatMap((node) => labelsIn(resourcesOf(node))),
	...labelsIn(new KafkaFleet().description.properties),
]);

/** What stands in single quotes, outside code. */
const quoted = [
	...new Set(
		[...page.replaceAll(/```[\s\S]*?```|`[^`\n]+`/g, '').matchAll(/'([A-Z][^'\n|]*)'/g)].map(
			([, label]) => label,
		),
	),
];

describe('docs/terraform.md', () => {
	it.each(quoted)("names the field '%s' as its label is", (label) => {
		expect([...labels]).toContain(label);
	});

	it('names many fields', () => {
		expect(quoted.length).toBeGreaterThan(40);
	});

	const [, code] = /```hcl\n([\s\S]*?)```/.exec(page) ?? ['', ''];
	const example = page.split('## A worked example')[1].split('\n## ')[0];
	const rows = [
		...example.matchAll(/^\| +(?:`\S+`)? *\| `(\w+)` +\| '([^']+)' +\| (.+?) +\|$/gm),
	].map(([, argument, label, value]) => ({ argument, label, value: /^`(.+)`$/.exec(value)?.[1] }));
	const workflows = [
		'examples/huawei-1-provision-from-chat.json',
		'examples/huawei-2-finish-new-instance.json',
	].map(read);

	it.each(rows)('has $argument of the worked example in its code and in the workflows', (row) => {
		expect(code).toMatch(new RegExp(`^ +${row.argument} +=`, 'm'));
		if (row.value === undefined) return;
		expect(code).toMatch(
			new RegExp(`${row.argument} += \\[?"?${row.value.replaceAll('.', '\\.')}"?`),
		);
		expect(workflows.some((text) => new RegExp(`: "?${row.value}"?`).test(text))).toBe(true);
	});

	it('has every argument of the worked example in its table, apart from secrets and references', () => {
		const told = new Set(rows.map(({ argument }) => argument));
		const used = [...code.matchAll(/^ +(\w+) += (.*)$/gm)]
			.filter(([, , value]) => !/^huaweicloud_|_password$/.test(value))
			.map(([, argument]) => argument);
		expect(used.filter((argument) => !told.has(argument))).toEqual(['ssl_enable']);
	});

	it('says which release of each provider it maps', () => {
		for (const { registered } of PROVIDERS) {
			const { provider, version, released } = registered;
			expect(page).toContain(`Provider \`${provider}\` ${version}, released on ${released}.`);
		}
	});
});
