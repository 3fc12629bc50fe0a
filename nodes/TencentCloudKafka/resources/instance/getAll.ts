import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instancePages } from '../../api/pages';
import { instanceFilters, tagKeyFilter } from '../../fields';
import { vpc } from '../../networkFields';

/** Lists instances in short. CKafka DescribeInstances, at most 100 a page. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get the IDs, names, and statuses of many Kafka instances',
	api: 'DescribeInstances',
	request: post('/'),
	kind: 'read',
	options: [
		...instanceFilters(),
		tagKeyFilter('Tag Key (Deprecated)'),
		vpc({ description: 'Return only instances in this VPC' }),
	],
	pages: instancePages,
};
