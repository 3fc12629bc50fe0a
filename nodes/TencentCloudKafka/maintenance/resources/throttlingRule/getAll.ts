import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice } from '../../../../shared/form/fields';
import { throttlingRulePages } from '../../../api/pages';
import { instance, nameFilter } from '../../../fields';

/**
 * Lists throttling rules. CKafka DescribeThrottleRules; those of topics are a list of their own. A rule of a group
 * has the group's name as `ClientId` in the vendor's example, and no answer has the producer limit.
 */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many throttling rules',
	description:
		'Get many throttling rules of an instance, with their consumer limits; the service does not return producer limits',
	api: 'DescribeThrottleRules',
	request: post('/'),
	kind: 'read',
	fields: [
		instance(),
		choice('ThrottleDimension', 'Rules For', {
			values: { 1: 'Users, Client IDs, and Consumer Groups', 2: 'Topics' },
			default: '1',
			asNumber: true,
		}),
	],
	options: [nameFilter('rules')],
	pages: throttlingRulePages,
};
