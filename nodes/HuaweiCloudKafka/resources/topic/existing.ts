import type { IDataObject } from 'n8n-workflow';

import type { Find } from '../../../shared/contract/operation';
import type { Item } from '../../../shared/run/item';
import { listAll } from '../../api/listAll';
import { topicPages } from '../../api/pages';
import { withInstance } from '../../api/records';
import { listTopics } from '../../api/requests';

/** Every topic of the instance. */
export const topicsOf = async (item: Item): Promise<IDataObject[]> =>
	await listAll(item, listTopics(item.parameter('instanceId')), topicPages);

/** The topic with the name of the one to create. */
export const existingTopics: Find = {
	matches: async (item, { body }) =>
		(await topicsOf(item))
			.filter(({ name }) => name === body?.id)
			.map((topic) => withInstance(topic, item)),
	key: 'name',
	severalPossible: false,
	madeAt: ({ created_at: time }) => Number(time) || undefined,
};
