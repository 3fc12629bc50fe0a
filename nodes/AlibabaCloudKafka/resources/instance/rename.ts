import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { NAME_RULES, instance } from '../../fields';

/** Renames an instance. AliKafka API Reference, ModifyInstanceName. */
export const rename: Operation = {
	value: 'rename',
	name: 'Rename',
	action: 'Rename instance',
	description: 'Change the name of an instance',
	...operation('change', 'ModifyInstanceName'),
	fields: [
		instance(),
		text('InstanceName', 'New Name', {
			name: 'newName',
			required: true,
			...NAME_RULES,
			placeholder: 'e.g. orders-dev',
		}),
	],
	outcome: acknowledged({ updated: true }, 'InstanceName'),
	subject: ({ InstanceId: id, InstanceName: name }) =>
		`instance ${String(id)} renamed to ${String(name)}`,
};
