import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, put } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { byteRates, checkByteRates, instance, topicInBody } from '../../../fields';

/** Changes a quota. DMS for Kafka API Reference 5.4.13; the answer is the ID of a background task. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update topic quota',
	description: 'Change the producer and consumer rate limits of a topic',
	api: 'ModifyKafkaTopicQuota',
	request: put('/v2/kafka/{project_id}/instances/{instance_id}/kafka-topic-quota'),
	kind: 'change',
	fields: [instance(), topicInBody()],
	options: byteRates(),
	check: checkByteRates,
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ ...answer, topic: body?.topic }, item)),
	subject: ({ topic }) => `quota of topic ${String(topic)} changed`,
	completion: taskDone,
};
