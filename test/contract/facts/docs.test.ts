import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CHINESE_ERRORS } from './chineseErrors';
import { ERROR_CODES, withErrorTables } from './errorsDoc';
import { operationsDoc, unaligned } from './operationsDoc';
import { withOperationTables } from './readmeDoc';
import { withTerraformTables } from './terraform/terraformDoc';

const read = (name: string) => readFileSync(join(__dirname, '../../..', name), 'utf8');

test('docs/operations.md is up to date; if not, run `npm run docs`', () => {
	expect(unaligned(read('docs/operations.md'))).toBe(unaligned(operationsDoc()));
});

test.each([
	['docs/troubleshooting.md', 'en'],
	['docs/zh-CN/troubleshooting.md', 'zh-CN'],
] as const)(
	'%s has every error code that the nodes know; if not, run `npm run docs`',
	(page, language) => {
		const written = read(page);
		expect(unaligned(written)).toBe(unaligned(withErrorTables(written, language)));
	},
);

test.each(ERROR_CODES)(
	'test/contract/facts/errorTexts/ has each text of %s in Chinese, and no other one',
	(cloud, codes) => {
		const texts = Object.values(codes).flat();
		const translated = Object.keys(CHINESE_ERRORS[cloud]);
		expect(texts.filter((text) => !translated.includes(text))).toEqual([]);
		expect(translated.filter((text) => !texts.includes(text))).toEqual([]);
	},
);

test('docs/terraform.md maps what the Terraform providers register; if not, run `npm run docs`', () => {
	const written = read('docs/terraform.md');
	expect(unaligned(written)).toBe(unaligned(withTerraformTables(written)));
});

test.each(['README.md', 'README.zh-CN.md'])(
	'%s lists the operations that the nodes have; if not, run `npm run docs`',
	(page) => {
		const written = read(page);
		expect(unaligned(written)).toBe(unaligned(withOperationTables(written)));
	},
);
