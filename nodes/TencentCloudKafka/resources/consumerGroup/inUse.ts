import type { Operation } from '../../../shared/contract/operation';
import { stateOfGroup } from '../../api/groups';

/** States of groups that have no consumers. */
const WITHOUT_CONSUMERS = ['empty', 'dead'];

/** Codes by which the service may say that the group has consumers; what a return code means, no list says. */
const MAY_SAY_SO = /^(FailedOperation|UnsupportedOperation|ReturnCode)\b/;

/**
 * Looks at the group when a change is rejected: Kafka changes no offsets of a group that has consumers, and the codes
 * do not say that this is why.
 *
 * @param nothing What was not done, as a sentence
 */
export const rejectedInUse =
	(nothing: string): NonNullable<Operation['again']> =>
	async (item, { body = {} }, failure) => {
		if (!MAY_SAY_SO.test(failure.details.code ?? '')) return undefined;
		const state = await stateOfGroup(item, body.InstanceId, body.Group ?? body.GroupName);
		if (state === undefined || WITHOUT_CONSUMERS.includes(state.toLowerCase())) return undefined;
		throw failure.with({
			kind: 'refused',
			message: `the consumer group is ${state}, not Empty`,
			advice: `${nothing} Stop its consumers, then run this again.`,
		});
	};
