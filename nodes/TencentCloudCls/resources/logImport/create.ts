import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { importsNamed, logImportSubject } from '../../../TencentCloudKafka/api/logImports';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { kafkaFields, kafkaVersion } from '../kafkaAccess';
import { clsOperation } from '../request';
import { newImportRuns } from './completion';
import { consumerGroup, kafkaTopics, receiver, startFrom } from './fields';
import { checkParsing, parsingFields, parsingOptions } from './parsing';

/**
 * Imports messages of Kafka topics into a log topic, until it is paused or deleted. CLS CreateKafkaRecharge. It
 * has no name of its own in the API: one is found again by the name that it is given here, within its log topic.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create log import',
	description:
		'Import messages of Kafka topics into a log topic; CLS bills what it stores until the import is paused or deleted',
	...clsOperation('create', 'CreateKafkaRecharge'),
	warning: 'CLS bills the logs that it stores until the import is paused or deleted.',
	fields: [
		receiver(),
		text('Name', 'Import Name', {
			name: 'importName',
			required: true,
			placeholder: 'e.g. orders-to-cls',
		}),
		...kafkaFields('Instance to import from'),
		kafkaTopics(true),
		startFrom(),
		...parsingFields(),
	],
	options: [consumerGroup(), kafkaVersion(), ...parsingOptions()],
	check: (request) => checkParsing(request, 'Log Format'),
	outcome: ({ Id }, request) =>
		singleItem({ Id, ...fromRequest(request, 'Name', 'TopicId', 'UserKafkaTopics') }),
	find: {
		matches: async (item, { body = {} }) => await importsNamed(item, body.TopicId, body.Name),
		key: 'Id',
		// Whether CLS refuses a second one with the name is not documented; it refuses one that "exists already".
		named: 'Name',
	},
	subject: logImportSubject,
	completion: newImportRuns,
};
