import type { Completion } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import { DIMENSIONS, dimensionOf, rulesIn, targetOf } from '../api/throttlingRules';
import { NOT_LISTED, disappears } from './observations';
import { observeTask } from './task';

/** When throttling rules are created and deleted: by their list, which alone has their IDs. */

const subject: Completion['subject'] = ({ Target, ThrottleRuleId: id }) =>
	`throttling rule ${String(Target ?? id)}`;

/** A throttling rule, in whichever of the two lists. */
export const throttlingRuleGone = disappears(async (item, { InstanceId, ThrottleRuleId: id }) => {
	for (const dimension of Object.values(DIMENSIONS)) {
		const rules = await rulesIn(item, InstanceId, dimension);
		if (rules.some((rule) => String(rule.ThrottleRuleId) === String(id))) return true;
	}
	return false;
}, subject);

/** A new rule, whose ID comes out of the list. */
export const throttlingRuleListed: Completion = {
	first: 1,
	every: 3,
	observe: async (item, json) => {
		if (json.FlowId !== undefined) {
			const task = await observeTask(item, json.FlowId);
			if (task.kind !== 'ready') return task;
		}
		const rules = await rulesIn(item, json.InstanceId, dimensionOf(json.ThrottleType));
		const record = rules.find(targetOf(json.ThrottleType, json).isOf);
		return record ? { status: 'listed', kind: 'ready', record } : NOT_LISTED;
	},
	isReached: isReady,
	subject,
};
