/**
 * Runs the benches, prints their tables and writes each to `results.json` in this folder when it is done. `--only <text>`
 * runs those whose name contains the text; the tables of the others stay in the file. `--document` also writes `docs/benchmarks.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';

import { apart } from './apart';
import { root } from './built';
import { documentOf } from './document';
import type { Results, Table } from './table';

const names = [
	'signers',
	'start',
	'loading',
	'items',
	'workflow',
	'polls',
	'pacing',
	'fleet',
	'size',
	'descriptions',
];

/** The newest tables, in the order in which they are shown. */
const resultsFile = join(__dirname, 'results.json');

function machine(): string {
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	const load = loadavg()[0].toFixed(1);
	return `${cpus().length} × ${cpus()[0].model.trim()}, ${gigabytes} GiB, ${type()} ${release()}, Node.js ${process.version}, load ${load} at the start`;
}

function earlier(): Partial<Record<string, Table>> {
	try {
		return (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results).tables;
	} catch {
		return {};
	}
}

/** Tables in the order of the page, a missing one keeping its place. */
const inOrder = (tables: Results['tables']): Results['tables'] =>
	Object.fromEntries(names.map((name) => [name, tables[name]]));

function print({ title, columns, rows, goal, meaning, notes = [] }: Table) {
	console.log(`\n${title}${goal ? ` (goal: ${goal})` : ''}`);
	console.table(
		rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
	);
	console.log(meaning);
	for (const note of notes) console.log(note);
}

async function main() {
	const { values } = parseArgs({
		options: { only: { type: 'string', default: '' }, document: { type: 'boolean' } },
	});
	const results: Results = {
		machine: machine(),
		at: new Date().toISOString(),
		tables: inOrder(earlier()),
	};
	for (const name of names.filter((name) => name.includes(values.only))) {
		const table = await apart<Table>('tableOf.ts', [name]);
		print(table);
		results.tables[name] = table;
		// At once: a bench that fails later takes nothing away.
		writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
	}
	if (values.document) {
		const text = await format(documentOf(results), { parser: 'markdown' });
		writeFileSync(join(root, 'docs/benchmarks.md'), text);
	}
}

void main();
