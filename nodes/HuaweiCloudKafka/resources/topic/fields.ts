import type { Field } from '../../../shared/contract/field';
import { choice, rows, text } from '../../../shared/form/fields';

/** Fields that several operations on topics have. */

/** An existing topic in a row of a form, where there is no room for a search. */
export const topicInRow = (wireName: string): Field =>
	choice(wireName, 'Topic Name or ID', {
		required: true,
		load: { method: 'getTopics', dependsOn: ['instanceId.value'] },
	});

/** Further settings of a topic. */
export const topicConfigs = (): Field =>
	rows('topic_other_configs', 'Configuration', {
		entry: 'Setting',
		description: 'Kafka topic settings by name',
		fields: [
			text('name', 'Name', { required: true, placeholder: 'e.g. max.message.bytes' }),
			text('value', 'Value', { required: true, placeholder: 'e.g. 10485760' }),
		],
	});
