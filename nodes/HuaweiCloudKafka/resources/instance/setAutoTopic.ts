import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { flag } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { autoTopicSet } from '../../completions/autoTopic';
import { instance } from '../../fields';

/**
 * Switches automatic topic creation. DMS for Kafka API Reference 5.4.1; 200 without a body, after
 * which a background task does it.
 */
export const setAutoTopic: Operation = {
	value: 'setAutoTopic',
	name: 'Set Auto Topic Creation',
	action: 'Set auto topic creation of instance',
	description: 'Turn automatic topic creation on or off',
	api: 'UpdateInstanceAutoCreateTopic',
	request: post('/v2/{project_id}/instances/{instance_id}/autotopic'),
	kind: 'change',
	fields: [
		instance(),
		flag(
			'enable_auto_topic',
			'Create Topics Automatically',
			'Whether to create a topic when a client uses one that does not exist',
			{ required: true },
		),
	],
	outcome: (_body, { body }, item) =>
		singleItem(withInstance({ enable_auto_topic: body?.enable_auto_topic, updated: true }, item)),
	subject: ({ instance_id: id }) => `auto topic creation of instance ${String(id)} set`,
	completion: autoTopicSet,
};
