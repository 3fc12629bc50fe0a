import { isResourceLocatorValue } from 'n8n-workflow';

import { isBlank } from '../shared/contract/field';
import type { ListSearch } from '../shared/form/listSearch';
import { MOST_ENTRIES, distinguishable } from '../shared/form/listSearch';
import { searchOf } from '../shared/form/lookups';
import { listSome } from '../shared/request/readList';
import { topicPages } from '../TencentCloudKafka/api/pages';
import { listTopics } from '../TencentCloudKafka/api/requests';
import { logImports, logTopics } from '../TencentCloudKafka/lookups/logTopics';
import { listSearch as ofInstances } from '../TencentCloudKafka/methods/listSearch';
import { searchWord } from '../TencentCloudKafka/methods/lists';

/** IDs of topics by their names. */
const topicIds =
	(instance: string, label: string): ListSearch =>
	async (source, filter) => {
		const given = source.nodeParameter(instance, label);
		const id = isResourceLocatorValue(given) ? given.value : given;
		if (isBlank(id)) return { results: [] };
		const request = listTopics(id, searchWord(filter));
		const rows = await listSome(source, request, topicPages, MOST_ENTRIES);
		const results = rows.map(({ TopicName, TopicId }) => ({
			name: `${String(TopicName)} (${String(TopicId)})`,
			value: String(TopicId),
		}));
		return { results: distinguishable(results) };
	};

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch: Record<string, ListSearch> = {
	...ofInstances,
	searchLogTopics: searchOf(logTopics),
	searchLogImports: searchOf(logImports),
	searchTopicIds: topicIds('instanceId', 'Instance'),
	searchTargetTopicIds: topicIds('options.targetInstance', 'CKafka Instance'),
};
