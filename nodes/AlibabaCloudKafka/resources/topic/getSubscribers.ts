import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instance, topic } from '../../fields';

/**
 * Lists who subscribes to a topic. GetTopicSubscribeStatus of the official SDK 2.14.0; without a
 * subscriber the list may be missing.
 */
export const getSubscribers: Operation = {
	value: 'getSubscribers',
	name: 'Get Subscribers',
	action: 'Get subscribers of topic',
	description: 'Get the consumer groups that subscribe to a topic',
	...readOperation('GetTopicSubscribeStatus'),
	fields: [instance(), topic()],
	outcome: ({ TopicSubscribeStatus: status }, request) =>
		singleItem({
			...requestParameters(request, 'Topic'),
			ConsumerGroups: (status as IDataObject | undefined)?.ConsumerGroups ?? [],
		}),
};
