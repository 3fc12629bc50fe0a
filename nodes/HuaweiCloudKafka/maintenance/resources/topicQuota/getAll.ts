import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { text } from '../../../../shared/form/fields';
import { topicQuotaPages } from '../../../api/pages';
import { NAME_RULE, instance } from '../../../fields';

/** Lists quotas. DMS for Kafka API Reference 5.4.14; the answer is no background task. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topic quotas',
	description: 'Get many topic quotas',
	api: 'ShowKafkaTopicQuota',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/kafka-topic-quota'),
	kind: 'read',
	constant: { query: { type: 'topic' } },
	fields: [instance()],
	options: [
		text('keyword', 'Search', {
			sentIn: 'query',
			pattern: NAME_RULE,
			placeholder: 'e.g. orders',
			description: 'Return only topics whose name contains this text',
		}),
	],
	pages: topicQuotaPages,
};
