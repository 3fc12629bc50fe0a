import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { group, text } from '../../../shared/form/fields';
import { logImportSubject } from '../../../TencentCloudKafka/api/logImports';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { kafkaForm, kafkaVersion } from '../kafkaAccess';
import { clsOperation } from '../request';
import { consumerGroup, kafkaTopics, logImport, receiver } from './fields';
import { checkParsing, parsingFields, parsingOptions } from './parsing';

/** Parameters that only name the import. */
const NAMES = ['Id', 'TopicId'];

/** Changes an import. CLS ModifyKafkaRecharge; where it starts cannot be changed. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update log import',
	description: 'Change the Kafka, the topics, or the parsing of a log import',
	...clsOperation('change', 'ModifyKafkaRecharge'),
	fields: [receiver(), logImport()],
	options: [
		text('Name', 'Import Name', { name: 'importName', placeholder: 'e.g. orders-to-cls' }),
		group('kafka', 'Kafka', {
			entry: 'Kafka',
			fields: kafkaForm(),
			description: 'Kafka to import from, with its password if it has one',
		}),
		kafkaTopics(false),
		consumerGroup(),
		kafkaVersion(),
		group('parsing', 'Log Parsing', {
			entry: 'Parsing',
			fields: parsingFields(undefined, false),
			description: 'How messages become logs; replaces all settings for it',
		}),
		...parsingOptions(),
	],
	check: (request) => {
		if (Object.keys(request.body ?? {}).every((name) => NAMES.includes(name))) {
			throw new BadInput('Options', 'is empty', 'Add what is to be changed.');
		}
		checkParsing(request, 'Log Parsing');
	},
	outcome: (_answer, request) =>
		singleItem({ updated: true, ...fromRequest(request, 'Id', 'TopicId') }),
	subject: logImportSubject,
};
