import { BadInput } from '../../../../shared/contract/badInput';
import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { choice, integer, text } from '../../../../shared/form/fields';
import { taskOf } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';

/** Weekdays as the service takes them: numbers from 1 to 7; which day is 1 is not documented. */
const WEEK = /^[1-7](,[1-7])*$/;

/**
 * Switches and sets what an instance does by itself. CKafka ModifyRoutineMaintenanceTask, where status 0 is on.
 * Two subtypes are documented, a third is in the vendor's example; others are passed on.
 */
export const setAutomaticMaintenance: Operation = {
	value: 'setAutomaticMaintenance',
	name: 'Set Automatic Maintenance',
	action: 'Set automatic maintenance of instance',
	description:
		'Turn automatic disk expansion, dynamic retention, or partition rebalancing on or off, and set when it starts',
	api: 'ModifyRoutineMaintenanceTask',
	request: post('/'),
	kind: 'change',
	warning:
		'Automatic disk expansion is billed without further notice, and dynamic retention deletes messages earlier than their retention time. Only one of the two can be on.',
	fields: [
		instance(),
		choice('MaintenanceType', 'Category', {
			required: true,
			open: true,
			values: {
				QUOTA: 'Quota',
				RE_BALANCE: 'Rebalancing',
				ANALYSIS: 'Analysis',
				ELASTIC_BANDWIDTH: 'Elastic Bandwidth',
			},
			// Not a quota, whose tasks are billed or delete messages.
			default: 'RE_BALANCE',
		}),
		choice('MaintenanceSubtype', 'Task', {
			required: true,
			open: true,
			values: {
				INSTANCE_STORAGE_CAPACITY: 'Disk Expansion (Quota)',
				MESSAGE_RETENTION_PERIOD: 'Dynamic Retention (Quota)',
				INSTANCE_PARTITION_RE_BALANCE: 'Partition Rebalancing (Rebalancing)',
			},
			default: 'INSTANCE_PARTITION_RE_BALANCE',
			hint: 'Must belong to the category in parentheses; other tasks can be given by expression',
		}),
		choice('Status', 'State', { required: true, values: { 0: 'On', 1: 'Off' }, asNumber: true }),
	],
	options: [
		integer('ConfigureLimit', 'Limit', {
			default: 500,
			description:
				'Value that is not exceeded: maximum disk size (GB), or minimum retention (minutes)',
		}),
		integer('ConfigureStepSize', 'Step', {
			default: 10,
			description: 'Amount by which each run changes the value (%)',
		}),
		integer('ConfigureThreshold', 'Threshold', {
			default: 75,
			description: 'Value that starts a run; for disk expansion and retention, the disk usage (%)',
		}),
		text('ExtraConfig', 'Extra Settings (JSON)', {
			description: 'Further settings of the task, as JSON text',
		}),
		integer('PlannedTime', 'Start Time (Seconds)', {
			range: [0, 86_399],
			description: 'When a run starts, in seconds after midnight',
		}),
		text('TopicName', 'Topic Name', {
			placeholder: 'e.g. orders.created',
			description: 'Topic that the task is for, where it is for one topic',
		}),
		text('Week', 'Weekdays', {
			pattern: [WEEK, 'must be numbers from 1 to 7, separated by commas without spaces'],
			placeholder: 'e.g. 1,2,3',
			description: 'Days on which a run can start, as numbers from 1 to 7',
		}),
	],
	check: ({ body = {} }) => {
		if (body.ExtraConfig === undefined) return;
		try {
			JSON.parse(String(body.ExtraConfig));
		} catch {
			throw noJson();
		}
	},
	outcome: (answer, { body }) => singleItem({ ...body, updated: true, ...taskOf(answer) }),
	subject: ({ InstanceId: id, MaintenanceSubtype: task }) =>
		`${String(task)} of instance ${String(id)} set`,
	completion: taskDone,
};

const noJson = () =>
	new BadInput('Extra Settings (JSON)', 'is not JSON', 'Enter an object such as {"name": 1}.');
