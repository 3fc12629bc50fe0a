import type { IDataObject } from 'n8n-workflow';

import { choices, list, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { groupName, instance } from '../../fields';
import { offsetPages } from '../../api/contents';

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
	effect: 'read',
	fields: [
		instance(),
		choices('GroupList', 'Consumer Group Names or IDs', {
			required: true,
			load: { method: 'getGroups', dependsOn: ['instanceId.value'] },
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

function failureOf(name: string, found?: IDataObject): string | undefined {
	if (!found) return `the response does not contain consumer group ${name}`;
	const { ErrorCode: code = '0' } = found;
	return String(code) === '0'
		? undefined
		: `consumer group ${name} could not be read (code ${String(code)})`;
}

/** Lists how far a group has read. CKafka DescribeGroupOffsets, a row for each topic. */
export const getOffsets: Operation = {
	value: 'getOffsets',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description: 'Get the offset and lag of a consumer group in each topic',
	api: 'DescribeGroupOffsets',
	request: post('/'),
	effect: 'read',
	fields: [instance(), groupName()],
	options: [
		list('Topics', 'Topic Names', {
			placeholder: 'e.g. orders.created, orders.paid',
			description: 'Return only these topics, as a comma-separated list',
		}),
		text('SearchWord', 'Topic Name Contains', {
			placeholder: 'e.g. orders',
			description: 'Return only topics whose name contains this text',
		}),
	],
	pages: offsetPages,
};
