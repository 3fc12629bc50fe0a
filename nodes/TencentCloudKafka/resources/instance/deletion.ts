import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import type { Failure } from '../../../shared/contract/failure';
import { asFailure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { withoutPeriod } from '../../../shared/request/serviceFailure';
import { isNoSuchInstance } from '../../api/decode';
import { ERROR_CODES } from '../../api/errorCodes';
import { findInstance } from '../../api/find';
import { attributesOf, isSubscription } from '../../api/billing';
import { fromRequest, taskOf, wholeNumber } from '../../api/records';
import { instanceStatus } from '../../api/status';
import { instanceDeleted } from '../../completions/instance';

/** How long a deletion is repeated while the instance changes, and how often, milliseconds. */
const LONGEST = 5 * 60_000;
const PAUSE = 10_000;

/** Families of codes by which a deletion is refused for what the instance is, or is doing. */
const BY_STATE = [
	'InvalidParameter',
	'InvalidParameterValue',
	'OperationDenied',
	'UnsupportedOperation',
];

const familyOf = ({ details }: Failure): string => String(details.code).split('.')[0];

const isByState = (failure: Failure): boolean =>
	failure.kind === 'busy' ||
	(failure.kind === 'refused' &&
		!isNoSuchInstance(failure) &&
		BY_STATE.includes(familyOf(failure)));

/**
 * Whether a change of the instance may be in the way, which passes (terraform-provider-tencentcloud repeats
 * this code for 5 minutes). The instance runs on as before for a while after a change was accepted.
 */
function mayPass(failure: Failure, { Status }: IDataObject): boolean {
	const { name, kind } = instanceStatus(Status);
	const isChange = kind === 'ready' || (kind === 'pending' && name !== 'deleting');
	return isChange && (failure.kind === 'busy' || familyOf(failure) === 'UnsupportedOperation');
}

const wrongMode = (failure: Failure, { isPrepaid }: { isPrepaid: boolean }) =>
	failure.with({
		message: isPrepaid ? 'the instance is a subscription' : 'the instance is pay-as-you-go',
		advice: useInstead(isPrepaid),
	});

/** @param isPrepaid How the instance is billed, which the operation is not for */
export const useInstead = (isPrepaid: boolean): string =>
	`Nothing was deleted. Use '${isPrepaid ? 'Delete Subscription' : 'Delete'}' instead${isPrepaid ? ", or turn 'Also Subscriptions' on" : ''}.`;

/**
 * Whether neither of two looks at the list has the instance. Of one that is gone, CKafka says FailedOperation, which leaves
 * open what happened (terraform-provider-tencentcloud #1308).
 */
async function isGone(item: OperationContext, failure: Failure, id: unknown): Promise<boolean> {
	if (failure.details.code !== 'FailedOperation') return false;
	try {
		return !(await findInstance(item, id)) && !(await findInstance(item, id));
	} catch (error) {
		const reading = asFailure(error);
		if (reading.kind === 'cancelled') throw reading;
		return false;
	}
}

const [NOT_THERE, LOOK_FOR_IT] = ERROR_CODES['InvalidParameterValue.InstanceNotExist'];

const isProtected = (failure: Failure) =>
	failure.with({
		message: 'deletion protection is on for the instance',
		advice:
			"Nothing was deleted. Turn 'Deletion Protection' off with 'Update', then run this again.",
	});

/** The operation of the API that deletes subscriptions; the other one deletes what is billed by the hour. */
export const OF_SUBSCRIPTIONS = 'DeleteInstancePre';

/**
 * What comes back from deleting an instance, in either billing mode. A refusal does not say whether the
 * billing mode, the protection, or a change is in the way, so the instance is looked at.
 */
export const deletion = () =>
	({
		again: async (item, { api, body = {} }, failure, { elapsed }) => {
			if (await isGone(item, failure, body.InstanceId)) {
				throw failure.with({
					kind: 'refused',
					message: withoutPeriod(NOT_THERE),
					advice: LOOK_FOR_IT,
				});
			}
			if (!isByState(failure)) return undefined;
			const attributes = await attributesOf(item, body.InstanceId);
			const isPrepaid = isSubscription(attributes);
			if (isPrepaid !== undefined && isPrepaid !== (api === OF_SUBSCRIPTIONS))
				throw wrongMode(failure, { isPrepaid });
			if (wholeNumber(attributes.DeleteProtectionEnable) === 1) throw isProtected(failure);
			const waits = item.isOn('waitForCompletion') && elapsed < LONGEST;
			return waits && mayPass(failure, attributes) ? PAUSE : undefined;
		},
		outcome: (answer, request) =>
			singleItem({ deleted: true, ...fromRequest(request, 'InstanceId'), ...taskOf(answer) }),
		subject: ({ InstanceId: id }) => `instance ${String(id)} deleted`,
		completion: instanceDeleted,
	}) satisfies Partial<Operation>;
