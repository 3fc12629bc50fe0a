import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { VendorName } from '../../support/stage';
import { projectRoot } from '../../harness';
import type { Kind } from '../../support/scenarios';
import { FAULTS } from './faults';
import type { Cell } from './run';

const FILE = join(projectRoot, 'docs/reliability.md');
const KINDS: Kind[] = ['read', 'create', 'change', 'delete'];

/** How many cells ended well and how many with an error: "45 ok", "3 ok, 42 error". */
function endsOf(cells: Cell[]): string {
	const failed = cells.filter(({ told }) => told !== '').length;
	const counts = { ok: cells.length - failed, error: failed };
	const said = Object.entries(counts).flatMap(([word, n]) => (n > 0 ? [`${n} ${word}`] : []));
	return said.join(', ') || '–';
}

function tableOf(rows: string[][]): string {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const [head, ...rest] = rows;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** What the document says of a vendor's matrix. */
export function reportOf(cells: Cell[]): string {
	const of = (fault: string, kind: Kind) =>
		cells.filter((cell) => cell.fault.name === fault && cell.scenario.kind === kind);
	const rows = FAULTS.map(({ name }) => [name, ...KINDS.map((kind) => endsOf(of(name, kind)))]);
	const writes = cells.filter(({ scenario }) => scenario.kind !== 'read');
	const count = (found: Cell[]) => String(found.length);
	const operations = new Set(cells.map(({ scenario }) => scenario.name)).size;
	return [
		`${operations} operations, ${cells.length} runs. Writes executed once: ${count(writes.filter(({ applied }) => applied === 1))}, never: ${count(writes.filter(({ applied }) => applied === 0))}, more than once: ${count(writes.filter(({ applied }) => applied > 1))}.`,
		'',
		tableOf([['fault', ...KINDS], ...rows]),
	].join('\n');
}

const marks = (vendor: VendorName) => [`<!-- ${vendor} -->`, `<!-- end of ${vendor} -->`];

/** What the document says of a vendor now. */
export function documented(vendor: VendorName): string {
	const [begin, end] = marks(vendor);
	const text = readFileSync(FILE, 'utf8');
	return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim();
}

/** Puts a vendor's report into the document. */
export function document(vendor: VendorName, report: string): void {
	const [begin, end] = marks(vendor);
	const text = readFileSync(FILE, 'utf8');
	const before = text.slice(0, text.indexOf(begin) + begin.length);
	writeFileSync(FILE, `${before}\n\n${report}\n\n${text.slice(text.indexOf(end))}`);
}
