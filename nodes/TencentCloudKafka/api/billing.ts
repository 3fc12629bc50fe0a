import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { Failure, asFailure } from '../../shared/contract/failure';
import { inSeconds, wholeNumber } from './records';
import { showInstance } from './requests';

/** How an instance is paid for, which decides by which operation it is resized and deleted. */

/**
 * Whether an instance is paid in advance, by what DescribeInstanceAttributes or a list says of it: pay-as-you-go
 * ones expire at 0 or in a year before Christ.
 *
 * @returns `undefined` where the service does not say so
 */
export function isSubscription({
	InstanceChargeType,
	ExpireTime,
}: IDataObject): boolean | undefined {
	const type = String(InstanceChargeType).toUpperCase();
	if (type.startsWith('PREPAID')) return true;
	if (type.startsWith('POSTPAID')) return false;
	return wholeNumber(ExpireTime) === undefined ? undefined : inSeconds(ExpireTime) !== undefined;
}

/** What the service knows of an instance; nothing where it cannot be read. */
export async function attributesOf(item: OperationContext, id: unknown): Promise<IDataObject> {
	try {
		return await item.call(showInstance(id));
	} catch (error) {
		if (asFailure(error).kind === 'cancelled') throw asFailure(error);
		return {};
	}
}

/** @param what What was not done, as a sentence */
export const unknownBilling = (what: string): Failure =>
	new Failure('notSent', 'the billing mode of the instance could not be read', {
		advice: `${what} Check that the key is allowed to call DescribeInstanceAttributes, then run this again.`,
	});
