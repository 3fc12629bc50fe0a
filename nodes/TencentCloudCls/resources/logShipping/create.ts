import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import {
	shippingCreatedAt,
	shippingOf,
	shippingSubject,
} from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { topicName } from '../../../TencentCloudKafka/fields';
import { locator } from '../../../shared/form/fields';
import { clsOperation } from '../request';
import { checkShipping, shipped, shippingOptions, targetOptions } from './fields';

/**
 * Ships the logs of a log topic to CKafka. CLS CreateConsumer, which is not the one of CKafka. The answer has no
 * ID: a log topic has one rule at most, so that it names it.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create log shipping',
	description:
		'Ship the logs of a log topic to a CKafka topic; a log topic can be shipped to one topic only',
	...clsOperation('create', 'ClsCreateConsumer'),
	// What the topic must be like: page 614/30444.
	warning:
		"CLS bills the traffic until the shipping is paused or deleted. Shipping fails unless the topic has 'Cleanup Policy' Delete, a 'Maximum Message Size (Bytes)' of 12582912, and no ACL.",
	fields: [
		locator('Ckafka.InstanceId', 'Instance', {
			name: 'instanceId',
			required: true,
			search: 'searchInstances',
			by: 'ID',
			placeholder: 'e.g. ckafka-8j4ro59xx',
			description: 'CKafka instance that receives the logs',
		}),
		topicName('Ckafka.TopicName'),
		shipped(),
	],
	options: [...shippingOptions(), ...targetOptions('instanceId')],
	check: checkShipping,
	outcome: (_answer, request) => singleItem(fromRequest(request, 'TopicId', 'Ckafka')),
	find: {
		matches: async (item, { body = {} }) => await shippingOf(item, body.TopicId),
		key: 'TopicId',
		// A second rule of a log topic is refused, so that what is there is what is meant only with this target.
		isMeant: ({ Ckafka: target }, { body = {} }) => {
			const of = (one: unknown) => {
				const { InstanceId, TopicName } = (one ?? {}) as Record<string, unknown>;
				return [InstanceId, TopicName].join('|');
			};
			return of(target) === of(body.Ckafka);
		},
		createdAt: shippingCreatedAt,
	},
	subject: shippingSubject,
};
