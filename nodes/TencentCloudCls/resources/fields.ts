import type { Field } from '../../shared/contract/field';
import { locator, looked } from '../../shared/form/fields';
import type { Common } from '../../shared/form/fields/base';
import { logImports, logTopics } from '../../TencentCloudKafka/lookups/logTopics';

/** Fields that several resources of the Log Service have. */

/**
 * The log topic that an operation is about. It has nothing to do with a topic of Kafka.
 *
 * @param use What it does, for the description: "Log topic that receives the messages"
 */
export const logTopic = (use: string, wireName = 'TopicId'): Field =>
	looked(wireName, 'Log Topic', {
		name: 'logTopicId',
		required: true,
		placeholder: 'e.g. b53fe5be-7ee3-4031-8043-5a73bad4f572',
		description: use,
		search: 'searchLogTopics',
		lookup: logTopics,
	});

/** An import of the log topic. */
export const importOf = (options: Common): Field =>
	looked('Id', 'Log Import', {
		placeholder: 'e.g. 8f0a5b1c-2a34-4f17-9c02-6d1f5b7e3a90',
		...options,
		search: 'searchLogImports',
		lookup: logImports,
	});

/** A CKafka instance to choose from. */
export const kafkaInstance = (wireName: string, options: Common): Field =>
	locator(wireName, 'CKafka Instance', {
		placeholder: 'e.g. ckafka-8j4ro59xx',
		...options,
		search: 'searchInstances',
		by: 'ID',
	});
