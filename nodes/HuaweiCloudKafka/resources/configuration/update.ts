import type { Operation } from '../../../shared/contract/operation';
import { singleItem, put } from '../../../shared/contract/operation';
import { choice, rows, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { byTask, taskDone } from '../../completions/task';
import { instance } from '../../fields';

/**
 * Changes parameters. DMS for Kafka API Reference 5.1.8; the answer is the ID of a background task
 * and how many of the parameters are static.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update configuration',
	description:
		'Change parameters of an instance; static parameters take effect after the next restart',
	api: 'ModifyInstanceConfigs',
	request: put('/v2/{project_id}/instances/{instance_id}/configs'),
	kind: 'change',
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
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
	subject: (json) => byTask(json, 'configuration changed'),
	completion: taskDone,
};
