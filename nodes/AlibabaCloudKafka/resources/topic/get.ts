import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { instance, topic } from '../../fields';
import { reads, unwrapped } from '../../api/requests';

/** Reads the offsets of a topic. AliKafka API Reference, GetTopicStatus. */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of topic',
	description: 'Get the number of messages in a topic and the offsets of its partitions',
	...reads('GetTopicStatus'),
	fields: [instance(), topic()],
	outcome: ({ TopicStatus: status }, { body = {} }) => {
		const { OffsetTable: table, ...rest } = (status ?? {}) as IDataObject;
		return one({
			InstanceId: body.InstanceId,
			Topic: body.Topic,
			...rest,
			OffsetTable: unwrapped(table, 'OffsetTable') ?? [],
		});
	},
};

/** Lists who subscribes to a topic. Official SDK 2.14.0; without a subscriber the list may be missing. */
export const getSubscribers: Operation = {
	value: 'getSubscribers',
	name: 'Get Subscribers',
	action: 'Get subscribers of topic',
	description: 'Get the consumer groups that subscribe to a topic',
	...reads('GetTopicSubscribeStatus'),
	fields: [instance(), topic()],
	outcome: ({ TopicSubscribeStatus: status }, { body = {} }) =>
		one({
			InstanceId: body.InstanceId,
			Topic: body.Topic,
			ConsumerGroups: (status as IDataObject | undefined)?.ConsumerGroups ?? [],
		}),
};
