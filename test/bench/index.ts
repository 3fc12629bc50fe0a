/**
 * Runs every bench of this folder and prints a table. `--json <file>` also writes the rows there, `--only <text>` runs
 * the benches whose file name contains the text.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Bench, Row } from './row';

const noBench = ['index.ts', 'row.ts'];

async function main() {
	const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
	const files = readdirSync(__dirname)
		.filter((file) => file.endsWith('.ts') && !noBench.includes(file))
		.filter((file) => file.includes(values.only ?? ''))
		.sort();
	const rows: Row[] = [];
	for (const file of files) {
		const { bench } = (await import(join(__dirname, file))) as { bench: Bench };
		rows.push(...(await bench()));
	}
	console.table(
		rows.map(({ value, ...row }) => ({
			bench: row.name,
			value: Number(value.toPrecision(4)),
			unit: row.unit,
			note: row.note ?? '',
		})),
	);
	if (values.json) {
		const environment = { node: process.version, at: new Date().toISOString() };
		writeFileSync(values.json, `${JSON.stringify({ ...environment, rows }, null, 2)}\n`);
	}
}

void main();
