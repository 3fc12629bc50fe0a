import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { instancePages } from '../../../api/pages';
import { instanceFilters, tagKeyFilter } from '../../../fields';

/** Lists instances "of a given type". CKafka DescribeTypeInstances, which takes no type to ask for. */
export const getTypeInstances: Operation = {
	value: 'getTypeInstances',
	name: 'Get Type Instances',
	action: 'Get type instances',
	description: "Get instances from the API's separate list for instance types",
	api: 'DescribeTypeInstances',
	request: post('/'),
	kind: 'read',
	options: [...instanceFilters(), tagKeyFilter('Tag Key')],
	pages: instancePages,
};
