import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { flag, text } from '../../../shared/form/fields';
import { shippingSubject } from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { kafkaInstance } from '../fields';
import { checkShipping, shipped, shippingOptions, targetOptions } from './fields';

/**
 * Changes the rule of a log topic. CLS ModifyConsumer: without `Effective` it switches the shipping off, so that
 * it is always sent.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update log shipping',
	description: 'Change the rule that ships the logs of a log topic, or pause and resume it',
	...clsOperation('change', 'ModifyConsumer'),
	fields: [
		shipped(),
		flag('Effective', 'Ship Logs', 'Whether logs are shipped; turn off to pause', {
			required: true,
			default: true,
		}),
	],
	options: [
		...shippingOptions(),
		kafkaInstance('Ckafka.InstanceId', {
			name: 'targetInstance',
			description: "Instance that receives the logs from now on; requires 'CKafka Topic'",
		}),
		text('Ckafka.TopicName', 'CKafka Topic', {
			name: 'targetTopic',
			placeholder: 'e.g. orders.logs',
			description: "Topic that receives the logs from now on; requires 'CKafka Instance'",
		}),
		...targetOptions('options.targetInstance'),
	],
	check: (request) => {
		const target = request.body?.Ckafka as Record<string, unknown> | undefined;
		for (const [name, label] of [
			['InstanceId', 'CKafka Instance'],
			['TopicName', 'CKafka Topic'],
		]) {
			if (target && target[name] === undefined) {
				throw new BadInput(
					label,
					'is missing, which a new target needs',
					"Add it under 'Options'.",
				);
			}
		}
		checkShipping(request);
	},
	outcome: (_answer, request) =>
		singleItem({ updated: true, ...fromRequest(request, 'TopicId', 'Effective') }),
	subject: shippingSubject,
};
