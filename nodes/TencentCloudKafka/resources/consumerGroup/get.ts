import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { isBlank } from '../../../shared/contract/field';
import { listIn } from '../../../shared/contract/pages';
import { choices } from '../../../shared/form/fields';
import { instance, onInstance } from '../../fields';

function failureOf(name: string, found?: IDataObject): string | undefined {
	if (!found) return `the response does not contain consumer group ${name}`;
	const { ErrorCode: code, State: state } = found;
	// A state without a code was read, and a code without a state need not be one of a success.
	if (isBlank(code) ? !isBlank(state) : String(code) === '0') return undefined;
	return `consumer group ${name} could not be read (code ${String(code)})`;
}

/**
 * Gets groups with their members. CKafka DescribeGroupInfo; a group that does not exist comes back
 * with the state Dead, and each has an error code of its own.
 */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get consumer groups',
	description:
		'Get the state and members of consumer groups; Empty means idle, Dead means that the group does not exist',
	api: 'DescribeGroupInfo',
	request: post('/'),
	kind: 'read',
	fields: [
		instance(),
		choices('GroupList', 'Consumer Group Names or IDs', {
			required: true,
			load: { method: 'getGroups', ...onInstance },
		}),
	],
	outcome: (answer, { body }) => {
		const groups = new Map(listIn(answer, 'Result').map((group) => [group.Group, group]));
		return ((body?.GroupList ?? []) as string[]).map((name) => {
			const found = groups.get(name);
			const failed = failureOf(name, found);
			return { json: { Group: name, ...found, InstanceId: body?.InstanceId }, failed };
		});
	},
};
