/** What a dry run shows of a file that exists: the lines that change. */

/** Length of the longest common subsequence of the rests from each pair of lines on. */
function table(before: string[], after: string[]): number[][] {
	const lengths = before.map(() => new Array<number>(after.length + 1).fill(0));
	lengths.push(new Array<number>(after.length + 1).fill(0));
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			lengths[i][j] =
				before[i] === after[j]
					? lengths[i + 1][j + 1] + 1
					: Math.max(lengths[i + 1][j], lengths[i][j + 1]);
		}
	}
	return lengths;
}

/** Lines that were there with `-`, new ones with `+`; those that stay are left out. */
export function changedLines(before: string, after: string): string {
	const [old, now] = [before.split('\n'), after.split('\n')];
	const lengths = table(old, now);
	const lines: string[] = [];
	let [i, j] = [0, 0];
	while (i < old.length || j < now.length) {
		if (i < old.length && j < now.length && old[i] === now[j]) {
			i++;
			j++;
		} else if (j >= now.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
			lines.push(`- ${old[i++]}`);
		} else lines.push(`+ ${now[j++]}`);
	}
	return lines.join('\n');
}
