import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { kafkaFields, kafkaVersion } from '../kafkaAccess';
import { clsOperation } from '../request';
import { consumerGroup, kafkaTopics, startFrom } from './fields';
import { checkParsing, parsingFields, parsingOptions } from './parsing';

/** Reads a few messages, and shows them as they are or as the logs that they would become. CLS PreviewKafkaRecharge. */
export const preview: Operation = {
	value: 'preview',
	name: 'Preview',
	action: 'Preview log import',
	description:
		'Read a few messages of Kafka topics, raw or as the logs that an import would make of them',
	...clsOperation('read', 'PreviewKafkaRecharge'),
	fields: [
		...kafkaFields('Instance to read from'),
		kafkaTopics(true),
		startFrom(),
		choice('PreviewType', 'Preview Of', {
			required: true,
			values: { 1: 'Messages', 2: 'Logs' },
			default: '2',
			asNumber: true,
		}),
		...parsingFields({ previewType: ['2'] }),
	],
	options: [
		{
			...consumerGroup(),
			property: {
				...consumerGroup().property,
				description: 'Consumer group to read with; its offsets may move',
			},
		},
		kafkaVersion(),
		...parsingOptions(),
	],
	check: (request) => checkParsing(request, 'Log Format'),
	outcome: ({ LogData, LogSample }) => singleItem({ LogData, LogSample }),
};
