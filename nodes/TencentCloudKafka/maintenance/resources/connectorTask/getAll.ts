import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice, text } from '../../../../shared/form/fields';
import { connectorTaskPages } from '../../../api/connectors';
import { nameFilter } from '../../../fields';

/** Lists tasks of the connector, without passwords. CKafka DescribeDatahubTasks. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many connector tasks',
	description: 'Get many tasks that move data into or out of Kafka',
	api: 'DescribeDatahubTasks',
	request: post('/'),
	kind: 'read',
	options: [
		nameFilter('tasks'),
		choice('TaskType', 'Direction', {
			values: { SOURCE: 'Into Kafka', SINK: 'Out of Kafka' },
			description: 'Return only tasks of this direction',
		}),
		text('SourceType', 'Source Type', {
			placeholder: 'e.g. MYSQL',
			description: 'Return only tasks with this kind of source',
		}),
		text('TargetType', 'Target Type', {
			placeholder: 'e.g. KAFKA',
			description: 'Return only tasks with this kind of target',
		}),
		text('Resource', 'Resource', {
			placeholder: 'e.g. ckafka-8j4ro59xx',
			description: 'Return only tasks that use this resource',
		}),
	],
	pages: connectorTaskPages,
	simple: [
		'TaskId',
		'TaskName',
		'TaskType',
		'status',
		'ErrorMessage',
		'WarnMessage',
		'TaskProgress',
		'TaskCurrentStep',
		'CreateTime',
		'Description',
	],
};
