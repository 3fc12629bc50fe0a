import type { IDataObject } from 'n8n-workflow';

import type { FindExisting } from '../../../shared/contract/operation';
import type { OperationContext } from '../../../shared/contract/context';
import { listAll, listMatching } from '../../../shared/request/readList';
import { topicPages } from '../../api/pages';
import { withInstance } from '../../api/records';
import { listTopics } from '../../api/requests';
import { rowsGone } from '../../completions/rows';

/** Every topic of the instance. */
export const topicsOf = async (item: OperationContext): Promise<IDataObject[]> =>
	await listAll(item, listTopics(item.nodeParameter('instanceId')), topicPages);

/** The topic with the name of the one to create. */
export const existingTopics: FindExisting = {
	matches: async (item, { body }) => {
		const request = listTopics(item.nodeParameter('instanceId'));
		const found = await listMatching(item, request, topicPages, ({ name }) => name === body?.id);
		return found.map((topic) => withInstance(topic, item));
	},
	key: 'name',
	createdAt: ({ created_at: time }) => Number(time) || undefined,
};

/** The end of a deletion: the list shows the topic for some seconds more. */
export const topicGone = rowsGone('topic', 'name', topicsOf);
