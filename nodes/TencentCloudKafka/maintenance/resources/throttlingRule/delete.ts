import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { taskOf } from '../../../api/records';
import { throttlingRuleGone } from '../../../completions/throttlingRule';
import { instance } from '../../../fields';
import { existingRule } from './fields';

/** Deletes a rule. CKafka DeleteThrottleRule, which takes the ID as text. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete throttling rule',
	description: 'Delete a throttling rule; a rule is not deleted with its topic',
	api: 'DeleteThrottleRule',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), existingRule()],
	outcome: (answer, { body }) => singleItem({ deleted: true, ...body, ...taskOf(answer) }),
	subject: ({ ThrottleRuleId: id }) => `throttling rule ${String(id)} deleted`,
	completion: throttlingRuleGone,
};
