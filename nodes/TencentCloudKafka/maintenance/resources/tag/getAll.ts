import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice, choices } from '../../../../shared/form/fields';
import { tagPages } from '../../../api/pages';
import { INSTANCES } from '../../../api/tags';

/** Most instances that one request takes. */
const MOST_INSTANCES = 50;

/** Lists the tags of instances, one row for each instance and tag. Tag service, DescribeResourceTagsByResourceIds. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags',
	description: 'Get the tags of up to 50 instances',
	api: 'DescribeResourceTagsByResourceIds',
	request: post('/'),
	kind: 'read',
	constant: { body: { ...INSTANCES } },
	fields: [
		choices('ResourceIds', 'Instance Names or IDs', {
			name: 'instances',
			required: true,
			count: [1, MOST_INSTANCES],
			load: { method: 'getInstances' },
		}),
	],
	options: [
		choice('Category', 'Category', {
			values: { All: 'All', Custom: 'Custom', System: 'System' },
			default: 'All',
			description: 'Which tags to return: those of users, those of the system, or both',
		}),
	],
	pages: tagPages,
	simple: ['ResourceId', 'TagKey', 'TagValue', 'Category'],
};
