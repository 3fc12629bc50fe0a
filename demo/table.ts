/** Prints rows under their column names, each column as wide as it has to be. */
export function printTable(rows: Array<Record<string, string | number>>): void {
	const columns = Object.keys(rows[0] ?? {});
	const cell = (row: Record<string, string | number>, column: string) => String(row[column] ?? '');
	const widths = columns.map((column) =>
		Math.max(column.length, ...rows.map((row) => cell(row, column).length)),
	);
	const line = (cells: string[]) =>
		`  ${cells.map((text, i) => text.padEnd(widths[i])).join('  ')}`.trimEnd();
	console.log(line(columns));
	console.log(line(widths.map((width) => '-'.repeat(width))));
	for (const row of rows) console.log(line(columns.map((column) => cell(row, column))));
}
