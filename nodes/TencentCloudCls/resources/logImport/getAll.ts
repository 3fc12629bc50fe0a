import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { logImportPages } from '../../../TencentCloudKafka/api/logImports';
import { clsOperation } from '../request';
import { importOf } from '../fields';
import { receiver, simple } from './fields';

/** Lists the imports of a log topic, without the passwords that the service returns. CLS DescribeKafkaRecharges. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many log imports',
	description: 'Get many imports from Kafka of a log topic',
	...clsOperation('read', 'DescribeKafkaRecharges'),
	fields: [receiver()],
	options: [
		importOf({ name: 'importFilter', description: 'Return only this import' }),
		choice('Status', 'Status', {
			values: { 1: 'Running', 2: 'Paused', 3: 'Error' },
			asNumber: true,
			description: 'Return only imports with this status',
		}),
	],
	pages: logImportPages,
	simple,
};
