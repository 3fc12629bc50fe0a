/** The names most like a text, the most alike first; upper and lower case count as the same. */
export function nearest(text: string, names: readonly string[], count = 3): string[] {
	const wanted = text.toLowerCase();
	const byDistance = [...new Set(names)].map(
		(name) => [distance(wanted, name.toLowerCase()), name] as const,
	);
	return byDistance
		.sort(([a], [b]) => a - b)
		.slice(0, count)
		.map(([, name]) => name);
}

/** How many letters have to be put in, left out or replaced to make one text the other. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const replaced = row[j - 1] + Number(a[i - 1] !== b[j - 1]);
			next.push(Math.min(row[j] + 1, next[j - 1] + 1, replaced));
		}
		row = next;
	}
	return row[b.length];
}
