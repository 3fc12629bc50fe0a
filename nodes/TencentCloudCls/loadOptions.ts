import type { OptionLoader } from '../shared/form/listSearch';
import { MOST_ENTRIES, sorted } from '../shared/form/listSearch';
import { listSome } from '../shared/request/readList';
import { listLogImports, logImportPages } from '../TencentCloudKafka/api/logImports';
import { loadOptions as ofInstances } from '../TencentCloudKafka/methods/loadOptions';

/** Imports of the log topic that is entered. */
const getLogImports: OptionLoader = async (source) => {
	const topic = String(source.nodeParameter('logTopicId', 'Log Topic ID'));
	const rows = await listSome(source, listLogImports(topic), logImportPages, MOST_ENTRIES);
	return sorted(
		rows.map(({ Id: id, Name: name, status }) => ({
			name: `${String(name)} (${String(status)})`,
			value: String(id),
		})),
	);
};

/** The option loaders of the node's drop-downs. */
export const loadOptions: Record<string, OptionLoader> = { ...ofInstances, getLogImports };
