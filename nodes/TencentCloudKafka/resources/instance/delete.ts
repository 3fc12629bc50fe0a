import type { OperationContext } from '../../../shared/contract/context';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flag } from '../../../shared/form/fields';
import { attributesOf, isSubscription, unknownBilling } from '../../api/billing';
import { instance } from '../../fields';
import { OF_SUBSCRIPTIONS, deletion, useInstead } from './deletion';

/**
 * Looks at the billing mode before anything is sent: what the service does with an instance of the other mode is
 * not documented. Where it cannot be read and only pay-as-you-go is meant, the service decides.
 */
async function byBillingMode(item: OperationContext, request: ApiRequest): Promise<void> {
	const prepaid = isSubscription(await attributesOf(item, request.body?.InstanceId));
	const isAlsoMeant = item.isOn('alsoSubscriptions');
	if (prepaid === undefined && isAlsoMeant) throw unknownBilling('Nothing was deleted.');
	if (!prepaid) return;
	if (!isAlsoMeant) throw subscription();
	request.api = OF_SUBSCRIPTIONS;
}

const subscription = () =>
	new Failure('notSent', 'the instance is a subscription', { advice: useInstead(true) });

/**
 * Deletes an instance that is billed by the hour, and with 'Also Subscriptions' one of either mode. CKafka
 * DeleteInstancePost and DeleteInstancePre; no check for what uses it.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Permanently delete a pay-as-you-go instance and all its messages',
	api: 'DeleteInstancePost',
	request: post('/'),
	kind: 'delete',
	fields: [
		instance(),
		flag(
			'alsoSubscriptions',
			'Also Subscriptions',
			'Whether to delete the instance if it is a subscription, too, whose remaining paid time is then lost; otherwise, a subscription is an error',
			{ sentIn: 'none' },
		),
	],
	before: byBillingMode,
	...deletion(),
};
