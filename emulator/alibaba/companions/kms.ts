import type { Key } from '../model/keys';
import { paged, type CompanionHandler, type Paging } from './companion';

/** KMS (2016-01-20): keys that encrypt disks. */

const ACCOUNT = '1234567890123456';

const FILTERS: Readonly<Record<string, (key: Key) => string>> = {
	KeyState: ({ state }) => state,
	KeyUsage: ({ usage }) => usage,
	CreatorType: ({ creator }) => creator,
};

type Filter = { Key?: string; Values?: string[] };

/** The filters of a request; nothing for a text that has none. */
function filtersIn(text: string): Filter[] | undefined {
	try {
		const filters: unknown = JSON.parse(text);
		return Array.isArray(filters) ? (filters as Filter[]) : undefined;
	} catch {
		return undefined;
	}
}

/** IDs of keys; their names are in the other list. */
export const ListKeys: CompanionHandler = ({ parameters }, { state, reject }) => {
	const { Filters = '[]', ...paging } = parameters as Paging & { Filters?: string };
	const filters = filtersIn(Filters);
	if (!filters?.every(({ Key = '' }) => Object.hasOwn(FILTERS, Key))) {
		return reject(400, 'InvalidParameter', 'The specified parameter Filters is not valid.');
	}
	const all = state.keys.filter((key) =>
		filters.every(({ Key = '', Values = [] }) => Values.includes(FILTERS[Key](key))),
	);
	const { rows, numbers } = paged(all, paging);
	return {
		...numbers,
		Keys: {
			Key: rows.map(({ id }) => ({
				KeyId: id,
				KeyArn: `acs:kms:cn-hangzhou:${ACCOUNT}:key/${id}`,
			})),
		},
	};
};

/** Names of keys. */
export const ListAliases: CompanionHandler = ({ parameters }, { state }) => {
	const all = state.keys.flatMap(({ id, aliases }) => aliases.map((name) => ({ id, name })));
	const { rows, numbers } = paged(all, parameters as Paging);
	const Alias = rows.map(({ id, name }) => ({
		KeyId: id,
		AliasName: `alias/${name}`,
		AliasArn: `acs:kms:cn-hangzhou:${ACCOUNT}:alias/${name}`,
	}));
	return { ...numbers, Aliases: { Alias } };
};
