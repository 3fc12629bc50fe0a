import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { orderOf, requestParameters } from '../../api/records';
import { operation } from '../../api/requests';
import { convertedToSubscription } from '../../completions/instance';
import { instance } from '../../fields';
import { simple } from './simple';

/** For how many months a subscription can be bought; with two digits each, so that they sort. */
const DURATIONS = Object.fromEntries(
	[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36].map((count) => [
		String(count),
		`${String(count).padStart(2, '0')} ${count === 1 ? 'Month' : 'Months'}`,
	]),
);

/**
 * Turns a pay-as-you-go instance into a subscription. AliKafka API Reference, ConvertPostPayOrder. It is
 * an order, but one for an instance that exists: a change.
 */
export const convertToSubscription: Operation = {
	value: 'convertToSubscription',
	name: 'Switch to Subscription',
	action: 'Switch instance to subscription',
	description: 'Convert a pay-as-you-go instance to a subscription, which is charged immediately',
	...operation('change', 'ConvertPostPayOrder'),
	warning:
		'The subscription is charged immediately for its whole duration and cannot be turned back.',
	fields: [
		instance(),
		choice('Duration', 'Duration', {
			values: DURATIONS,
			hint: 'Before expiry, a subscription can be released only in the console',
		}),
	],
	outcome: (answer, request) =>
		singleItem({ ...requestParameters(request), ...orderOf(answer), converted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} converted to a subscription`,
	simple,
	completion: convertedToSubscription,
};
