import type { INodeListSearchItems } from 'n8n-workflow';

/**
 * Entries of a resource locator in the order of their names. The clouds allow several of one name;
 * those get their ID behind it, as the wrong one could be deleted otherwise.
 */
export function distinguishable(entries: INodeListSearchItems[]): INodeListSearchItems[] {
	const count = new Map<string, number>();
	for (const { name } of entries) count.set(name, (count.get(name) ?? 0) + 1);
	return entries
		.map((entry) =>
			count.get(entry.name) === 1
				? entry
				: { ...entry, name: `${entry.name}, ID ${String(entry.value)}` },
		)
		.sort((a, b) => a.name.localeCompare(b.name));
}
