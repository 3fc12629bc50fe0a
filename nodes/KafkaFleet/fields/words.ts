/** Words of records as the form shows them. */

/** What is not only its parts in title case. */
const OWN: Readonly<Record<string, string>> = {
	ageDays: 'Age (Days)',
	outOfService: 'Out of Service',
	payAsYouGo: 'Pay-as-You-Go',
	vpcId: 'VPC ID',
};

/** "kafkaVersion" -> "Kafka Version" */
export const wordLabel = (word: string): string =>
	OWN[word] ??
	word
		.replace(/([A-Z]+)/g, ' $1')
		.replace(/^./, (letter) => letter.toUpperCase())
		.replace(/\bId(s?)\b/, 'ID$1')
		.replace(/\bGb\b/, '(GB)')
		.replace(/ MBps$/, ' (MB/s)');

/** Entries of a drop-down out of words, by label. */
export const wordChoices = (words: readonly string[]): Array<{ name: string; value: string }> =>
	words
		.map((word) => ({ name: wordLabel(word), value: word }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
