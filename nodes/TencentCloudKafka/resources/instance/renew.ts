import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { instance } from '../../fields';

const mayBeRenewed = () =>
	new Failure(
		'notSent',
		'this execution is a retry, and the subscription may already have been renewed',
		{
			advice:
				"Nothing was renewed. Check when the instance expires, for example with 'Get'; to renew it, start a new execution instead of a retry.",
		},
	);

/** Extends a subscription. CKafka RenewCkafkaInstance; done with the answer, China site only. */
export const renew: Operation = {
	value: 'renew',
	name: 'Renew Subscription',
	action: 'Renew subscription instance',
	description: 'Renew a subscription, which is charged immediately; China site only',
	api: 'RenewCkafkaInstance',
	request: post('/'),
	kind: 'change',
	warning: 'The renewal is charged immediately.',
	fields: [
		instance(),
		integer('TimeSpan', 'Months', {
			name: 'months',
			range: [1, Infinity],
			default: 1,
			description: 'Renewal period',
		}),
	],
	before: async ({ isRetried }) => {
		// Nothing tells whether the execution that failed has renewed it, and each renewal is paid for.
		if (isRetried) throw mayBeRenewed();
	},
	outcome: (answer, { body }) => singleItem({ renewed: true, ...body, ...answer }),
	subject: ({ InstanceId: id, TimeSpan: months }) =>
		`instance ${String(id)} renewed for ${String(months ?? 1)} months`,
};
