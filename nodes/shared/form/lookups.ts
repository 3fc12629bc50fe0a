import type { INodeListSearchItems, INodePropertyOptions } from 'n8n-workflow';

import type { Lookup } from '../contract/lookup';
import { entryLabel } from '../request/lookUp';
import type { ListSearch, ListSource, OptionLoader } from './listSearch';
import { containing, sorted } from './listSearch';

/** Entries of a page of a list; n8n asks for the next one as people scroll. */
const PAGE = 100;

async function entriesOf(source: ListSource, lookup: Lookup): Promise<INodeListSearchItems[]> {
	const entries = await source.entries(lookup);
	return sorted(entries.map((entry) => ({ name: entryLabel(entry), value: entry.id })));
}

/** The list search of what can be chosen from another service. */
export const searchOf =
	(lookup: Lookup): ListSearch =>
	async (source, filter, page = '0') => {
		const found = (await entriesOf(source, lookup)).filter(containing(filter));
		const end = Number(page) + PAGE;
		return {
			results: found.slice(Number(page), end),
			...(end < found.length && { paginationToken: String(end) }),
		};
	};

/** The option loader of the same, for multi-selects. */
export const optionsOf =
	(lookup: Lookup): OptionLoader =>
	async (source) =>
		(await entriesOf(source, lookup)) as INodePropertyOptions[];
