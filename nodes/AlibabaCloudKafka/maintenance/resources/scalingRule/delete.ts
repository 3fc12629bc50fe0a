import type { IDataObject } from 'n8n-workflow';

import { asFailure, type Failure } from '../../../../shared/contract/failure';
import type { OperationContext } from '../../../../shared/contract/context';
import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { flag } from '../../../../shared/form/fields';
import { uncertain } from '../../../../shared/request/uncertain';
import { operation, scalingRulesNamed, writeRequest } from '../../../api/requests';
import { instance } from '../../../fields';
import { rule, ruleOf, ruleText } from './fields';

const TURN_OFF_FIRST = 'turnOffFirst';

/** What a refusal means: the service says in no document how it refuses a rule that is turned on. */
async function explained(
	item: OperationContext,
	failure: Failure,
	{ InstanceId, RuleName }: IDataObject,
): Promise<Failure> {
	if (failure.kind !== 'refused' || item.isOn(TURN_OFF_FIRST)) return failure;
	try {
		const [found] = await scalingRulesNamed(item, InstanceId, RuleName);
		if (found?.Enable !== true) return failure;
	} catch {
		return failure;
	}
	return failure.with({
		message: `${failure.message}; the rule is turned on`,
		advice: "Only a rule that is turned off can be deleted: turn on 'Turn Off First'.",
	});
}

const onlyOff = (failure: Failure, what: IDataObject): Failure => {
	const outcome = failure.mayHaveHappened ? 'and may have been deleted' : 'but not deleted';
	return failure.with({
		message: `${ruleText(what)} is turned off, ${outcome}: ${failure.message}`,
	});
};

/** Deletes a rule. DeleteScheduledScalingRule of the official SDK 2.14.0; it is gone with the answer. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete scaling rule',
	description: 'Delete a scaling rule that is turned off',
	...operation('delete', 'DeleteScheduledScalingRule'),
	fields: [
		instance(),
		rule(),
		flag(TURN_OFF_FIRST, 'Turn Off First', 'Whether to turn the rule off before it is deleted', {
			sentIn: 'none',
		}),
	],
	runSteps: async (item, request) => {
		const what = ruleOf(request);
		const isTurnedOff = item.isOn(TURN_OFF_FIRST);
		if (isTurnedOff) {
			await item.call(writeRequest('ModifyScheduledScalingRule', { ...what, Enable: false }));
		}
		try {
			await item.call(request);
		} catch (error) {
			const failure = uncertain(asFailure(error), item.about);
			throw isTurnedOff ? onlyOff(failure, what) : await explained(item, failure, what);
		}
		return singleItem({ ...what, deleted: true });
	},
	subject: (json) => `${ruleText(json)} deleted`,
};
