import type { Operation } from '../../../../shared/contract/operation';
import { put } from '../../../../shared/contract/operation';
import { text } from '../../../../shared/form/fields';
import { enterpriseProject, securityGroup } from '../../../networkFields';
import { retentionPolicy } from '../../../resources/instance/fields';
import { update } from '../../../resources/instance/update';
import { deprecated } from './deprecated';
import { checkWindow, windowFields } from './windows';

/** Changes an instance with V1. DMS for Kafka API Reference 7.1.1.3; 204 without a body. */
export const v1UpdateInstance: Operation = {
	...update,
	value: 'v1UpdateInstance',
	name: 'Update Instance (V1)',
	action: 'Update instance with V1',
	description: deprecated('change the settings of an instance', 'Instance: Update'),
	api: 'V1UpdateInstance',
	request: put('/v1.0/{project_id}/instances/{instance_id}'),
	kind: 'change',
	options: [
		text('name', 'Name', {
			length: [4, 64],
			pattern: [
				/^[A-Za-z][A-Za-z0-9-]*$/,
				'must start with a letter and can contain only letters, digits, and hyphens',
			],
			placeholder: 'e.g. orders-dev',
		}),
		text('description', 'Description', { length: [0, 1024], sendBlank: true }),
		...windowFields(),
		securityGroup(),
		retentionPolicy(),
		enterpriseProject('Enterprise project to move the instance to'),
	],
	check: (request, parameterOf) => {
		checkWindow(request);
		update.check?.({ ...request, body: request.body && { ...request.body } }, parameterOf);
	},
};
