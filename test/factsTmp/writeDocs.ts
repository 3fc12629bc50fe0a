/** Writes `docs/operations.md`: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { operationsDoc } from './operationsDoc';

const file = join(__dirname, '../../docs/operations.md');

async function write(): Promise<void> {
	const options = await resolveConfig(file);
	writeFileSync(file, await format(operationsDoc(), { ...options, parser: 'markdown' }));
}

void write();
