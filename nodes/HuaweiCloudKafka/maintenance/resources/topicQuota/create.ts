import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { byteRates, checkByteRates, instance, topicInBody } from '../../../fields';

/** Creates a quota. DMS for Kafka API Reference 5.4.12; the answer is the ID of a background task. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic quota',
	description: 'Limit the producer and consumer rates of a topic',
	api: 'CreateKafkaTopicQuota',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/kafka-topic-quota'),
	kind: 'create',
	fields: [instance(), topicInBody()],
	options: byteRates(),
	check: checkByteRates,
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ ...answer, topic: body?.topic }, item)),
	subject: ({ topic }) => `quota of topic ${String(topic)}`,
	completion: taskDone,
};
