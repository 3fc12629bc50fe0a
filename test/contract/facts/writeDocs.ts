/** Writes `docs/operations.md`, and the tables of `docs/troubleshooting.md` and `docs/terraform.md`: `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { withErrorTables } from './errorsDoc';
import { operationsDoc } from './operationsDoc';
import { withTerraformTables } from './terraform/terraformDoc';

const docs = join(__dirname, '../../../docs');

async function write(name: string, text: (present: string) => string): Promise<void> {
	const file = join(docs, name);
	const options = await resolveConfig(file);
	const present = readFileSync(file, 'utf8');
	writeFileSync(file, await format(text(present), { ...options, parser: 'markdown' }));
}

void write('operations.md', operationsDoc);
void write('troubleshooting.md', withErrorTables);
void write('terraform.md', withTerraformTables);
