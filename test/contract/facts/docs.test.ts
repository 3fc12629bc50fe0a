import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withErrorTables } from './errorsDoc';
import { operationsDoc, unaligned } from './operationsDoc';
import { withTerraformTables } from './terraform/terraformDoc';

const read = (name: string) => readFileSync(join(__dirname, '../../../docs', name), 'utf8');

test('docs/operations.md is up to date; if not, run `npm run docs`', () => {
	expect(unaligned(read('operations.md'))).toBe(unaligned(operationsDoc()));
});

test('docs/troubleshooting.md has every error code that the nodes know; if not, run `npm run docs`', () => {
	const written = read('troubleshooting.md');
	expect(unaligned(written)).toBe(unaligned(withErrorTables(written)));
});

test('docs/terraform.md maps what the Terraform providers register; if not, run `npm run docs`', () => {
	const written = read('terraform.md');
	expect(unaligned(written)).toBe(unaligned(withTerraformTables(written)));
});
