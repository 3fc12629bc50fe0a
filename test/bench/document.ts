import type { Cell, Results, Table } from './table';

const BAR = 40;

const escaped = (cell: Cell) => String(cell).replace(/\|/g, '\\|');
const line = (cells: Cell[]) => `| ${cells.map(escaped).join(' | ')} |`;

/** A plot of text: a bar a row, as long as its share of the longest. */
function plotOf({ rows, columns, plot }: Table): string[] {
	if (!plot) return [];
	const values = rows.map((row) => Number(row[plot.value]));
	const labels = rows.map((row) => String(row[plot.label]));
	const widest = Math.max(...labels.map(({ length }) => length));
	const bars = values.map((value, i) => {
		const bar = '█'.repeat(Math.max(1, Math.round((value / Math.max(...values)) * BAR)));
		return `${labels[i].padEnd(widest)}  ${bar} ${value}`;
	});
	return ['', '```text', columns[plot.value], ...bars, '```'];
}

function section(table: Table): string[] {
	const { title, about, columns, rows, goal, meaning, notes = [] } = table;
	return [
		'',
		`## ${title}`,
		'',
		about,
		...(goal ? ['', `Goal: ${goal}`] : []),
		'',
		line(columns),
		line(columns.map((_, i) => (typeof rows[0][i] === 'number' ? '---:' : '---'))),
		...rows.map(line),
		...plotOf(table),
		'',
		`**What this means:** ${meaning}`,
		...notes.flatMap((note) => ['', note]),
	];
}

/** The documentation page of the results, as Markdown. */
export const documentOf = ({ machine, at, tables }: Results): string =>
	[
		'# Benchmarks',
		'',
		'How fast and how light the package is in comparison with the alternatives: the official SDKs of the clouds and a minimal n8n node.',
		'',
		`Measured on ${at.slice(0, 10)} on ${machine}. Figures that are compared were measured alternately in one run; those that consist mostly of waiting (workflow and pacing) were measured once, simultaneously. The ratios therefore apply to other machines as well; the absolute figures are those of this machine under its load.`,
		'',
		'```bash',
		'npm run bench                     # all tables, in about ten minutes',
		'npm run bench -- --only signers   # one of them',
		'npm run bench -- --document       # also writes this page',
		'```',
		'',
		'The tables are also in `test/bench/results.json`. No test depends on them.',
		...Object.values(tables).flatMap((table) => (table ? section(table) : [])),
		'',
	].join('\n');
