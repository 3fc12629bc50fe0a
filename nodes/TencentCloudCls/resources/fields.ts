import type { Field } from '../../shared/contract/field';
import { text } from '../../shared/form/fields';

/** Fields that several resources of the Log Service have. */

/**
 * The log topic that an operation is about. It has nothing to do with a topic of Kafka.
 *
 * @param use What it does, for the description: "Log topic that receives the messages"
 */
export const logTopic = (use: string, wireName = 'TopicId'): Field =>
	text(wireName, 'Log Topic ID', {
		name: 'logTopicId',
		required: true,
		placeholder: 'e.g. b53fe5be-7ee3-4031-8043-5a73bad4f572',
		description: `${use}; its ID is in the CLS console`,
	});
