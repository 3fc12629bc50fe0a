import type { LookupEntry } from '../../shared/contract/lookup';
import type { ListSearch } from '../../shared/form/listSearch';
import { containing } from '../../shared/form/listSearch';
import { kafkaVersions } from '../lookups/kafkaVersions';

/** Editions in which a version is on sale: "Pro, Advanced". */
function editionsOf(entries: LookupEntry[]): string {
	const onSale = entries.flatMap(({ details: [edition, soldOut] = [] }) =>
		soldOut ? [] : [edition],
	);
	return onSale.length > 0 ? [...new Set(onSale)].join(', ') : 'sold out';
}

/** "3.2.3" before "2.8.1", and "10.0.0" before both. */
const newestFirst = (one: string, other: string) =>
	other.localeCompare(one, 'en', { numeric: true });

/** Kafka versions on sale, each once, with the editions that it is on sale in. */
export const searchKafkaVersions: ListSearch = async (source, filter) => {
	const versions = new Map<string, LookupEntry[]>();
	for (const entry of await source.entries(kafkaVersions)) {
		versions.set(entry.id, [...(versions.get(entry.id) ?? []), entry]);
	}
	const results = [...versions]
		.sort(([one], [other]) => newestFirst(one, other))
		.map(([id, entries]) => ({ name: `${id} (${editionsOf(entries)})`, value: id }));
	return { results: results.filter(containing(filter)) };
};
