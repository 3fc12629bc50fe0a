import type { OptionLoader } from '../../shared/form/listSearch';
import { MOST_ENTRIES, sorted } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import { instancePages } from '../api/pages';
import { listInstances } from '../api/requests';
import { loadOptions as ofInstances } from '../methods/loadOptions';

/** Instances of the region, with their IDs. */
const getInstances: OptionLoader = async (source) => {
	const rows = await listSome(source, listInstances(), instancePages, MOST_ENTRIES);
	return sorted(
		rows.map(({ InstanceName: name, InstanceId: id }) => ({
			name: `${String(name)} (${String(id)})`,
			value: String(id),
		})),
	);
};

/** The option loaders of the node's drop-downs. */
export const loadOptions: Record<string, OptionLoader> = { ...ofInstances, getInstances };
