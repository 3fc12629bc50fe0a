/**
 * Writes `docs/operations.md` and the tables of `docs/troubleshooting.md`, `docs/terraform.md`, and `README.md`, in each
 * language: `npm run docs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { withErrorTables } from './errorsDoc';
import { operationsDoc } from './operationsDoc';
import { withOperationTables } from './readmeDoc';
import { withTerraformTables } from './terraform/terraformDoc';

const root = join(__dirname, '../../..');

async function write(name: string, text: (present: string) => string): Promise<void> {
	const file = join(root, name);
	const options = await resolveConfig(file);
	const present = readFileSync(file, 'utf8');
	writeFileSync(file, await format(text(present), { ...options, parser: 'markdown' }));
}

void write('docs/operations.md', operationsDoc);
void write('docs/troubleshooting.md', (page) => withErrorTables(page));
void write('docs/zh-CN/troubleshooting.md', (page) => withErrorTables(page, 'zh-CN'));
void write('docs/terraform.md', withTerraformTables);
void write('README.md', withOperationTables);
void write('README.zh-CN.md', withOperationTables);
