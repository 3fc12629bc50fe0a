import { choice, rows, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { get as GET, entries, one, put } from '../../../shared/contract/operation';
import { taskDone } from '../../completions/instance';
import { instance } from '../../fields';

/** Lists the parameters. DMS for Kafka API Reference 5.1.7; all values are text. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get configuration',
	description: 'Get the parameters of an instance with their current and allowed values',
	api: 'ShowInstanceConfigs',
	request: GET('/v2/{project_id}/instances/{instance_id}/configs'),
	fields: [instance()],
	outcome: entries('kafka_configs'),
};

/**
 * Changes parameters. DMS for Kafka API Reference 5.1.8; the answer is the ID of a background task
 * and how many of the parameters are static.
 */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update configuration',
	description:
		'Change parameters of an instance; static parameters take effect after the next restart',
	api: 'ModifyInstanceConfigs',
	request: put('/v2/{project_id}/instances/{instance_id}/configs'),
	fields: [
		instance(),
		rows('kafka_configs', 'Parameters', {
			required: true,
			entry: 'Parameter',
			description: 'Parameters to change, with their new values',
			fields: [
				choice('name', 'Parameter Name or ID', {
					required: true,
					load: { method: 'getParameters', dependsOn: ['instanceId.value'] },
				}),
				text('value', 'Value', { required: true, placeholder: 'e.g. 72' }),
			],
		}),
	],
	outcome: (answer, _request, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId') }),
	subject: ({ job_id: id }) => `configuration changed by background task ${String(id)}`,
	completion: taskDone,
};

export const configuration: Resource = {
	value: 'configuration',
	name: 'Instance Configuration',
	operations: [get, update],
};
