import { BadInput } from '../../../shared/badInput';
import { text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { one, put } from '../../../shared/operation';
import { NAME_RULE, enterpriseProject, instance, retentionPolicy } from '../../fields';

const TIME = [/^\d{2}:\d{2}:\d{2}$/, 'has to be a time such as 02:00:00'] as const;

/** Changes basic settings. DMS for Kafka API Reference 5.1.5; 204 without a body. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update instance',
	description: 'Change name, description, maintenance window and other settings of an instance',
	api: 'UpdateInstance',
	request: put('/v2/{project_id}/instances/{instance_id}'),
	fields: [instance()],
	options: [
		text('name', 'Name', { length: [4, 64], pattern: NAME_RULE, placeholder: 'e.g. orders-dev' }),
		text('description', 'Description', {
			length: [0, 1024],
			sendBlank: true,
			description: 'Leave empty to remove the description',
		}),
		text('maintain_begin', 'Maintenance Window Start', {
			pattern: TIME,
			placeholder: 'e.g. 02:00:00',
		}),
		text('maintain_end', 'Maintenance Window End', { pattern: TIME, placeholder: 'e.g. 06:00:00' }),
		text('security_group_id', 'Security Group ID', {
			description: 'Its rules decide which clients reach the instance',
		}),
		retentionPolicy(),
		enterpriseProject('Enterprise project to move the instance to'),
	],
	check: ({ body }) => {
		if (body) return;
		throw new BadInput('Options', 'has nothing to change', 'Add at least one setting to change.');
	},
	outcome: (_body, _request, item) =>
		one({ instance_id: item.parameter('instanceId'), updated: true }),
	subject: ({ instance_id: id }) => `instance ${String(id)} updated`,
};
