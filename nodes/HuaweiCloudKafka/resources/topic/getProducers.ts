import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { producerPages } from '../../api/pages';
import { instance, topicInPath } from '../../fields';

/** Lists connected producers. DMS for Kafka API Reference 5.4.9. */
export const getProducers: Operation = {
	value: 'getProducers',
	name: 'Get Producers',
	action: 'Get producers of topic',
	description: 'Get the producers connected to a topic',
	api: 'ListTopicProducers',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/producers'),
	kind: 'read',
	fields: [instance(), topicInPath('topic')],
	pages: producerPages,
};
