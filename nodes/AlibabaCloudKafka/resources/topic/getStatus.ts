import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters, unwrapped } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instance, topic } from '../../fields';

/** Reads the offsets of a topic. AliKafka API Reference, GetTopicStatus. */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of topic',
	description: 'Get the number of messages in a topic and the offsets of its partitions',
	...readOperation('GetTopicStatus'),
	fields: [instance(), topic()],
	outcome: ({ TopicStatus: status }, request) => {
		const { OffsetTable: table, ...rest } = (status ?? {}) as IDataObject;
		return singleItem({
			...requestParameters(request, 'Topic'),
			...rest,
			OffsetTable: unwrapped(table, 'OffsetTable') ?? [],
		});
	},
};
