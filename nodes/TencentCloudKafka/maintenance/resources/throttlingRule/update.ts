import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { taskOf } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';
import { limit, numberedRule } from './fields';

/** Changes the limit for consuming. CKafka ModifyThrottleRule, which has no parameter for producing. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update throttling rule',
	description:
		'Change the consumer limit of a throttling rule; to change a producer limit, delete the rule and create it again',
	api: 'ModifyThrottleRule',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		numberedRule(),
		limit('ConsumeThrottle', 'Consumer Limit (MB/s)', {
			required: true,
			description: 'Maximum consumer rate on each broker',
		}),
	],
	outcome: (answer, { body }) => singleItem({ ...body, updated: true, ...taskOf(answer) }),
	subject: ({ ThrottleRuleId: id }) => `throttling rule ${String(id)} updated`,
	completion: taskDone,
};
