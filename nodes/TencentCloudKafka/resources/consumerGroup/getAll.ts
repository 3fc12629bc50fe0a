import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, choices, rows } from '../../../shared/form/fields';
import { groupPages } from '../../api/pages';
import { instance, nameFilter } from '../../fields';

/** Lists groups in short. CKafka DescribeGroup; its filter has no effect but on 2.8 and 3.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description:
		"Get the names of many consumer groups of an instance; use 'Get' to see which are idle",
	api: 'DescribeGroup',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [
		nameFilter('consumer groups'),
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description:
				"Return only consumer groups that match all filters. Instances with a version other than 2.8 or 3.2 ignore the filters and return all groups, so check the state with 'Get' before you delete any.",
			fields: [
				choice('Name', 'Field', { required: true, values: { GroupState: 'State' } }),
				choices('Values', 'Values', {
					required: true,
					values: { Empty: 'Empty (No Consumers)', Stable: 'Stable' },
					description: 'Matches any of the selected values',
				}),
			],
		}),
	],
	pages: groupPages,
};
