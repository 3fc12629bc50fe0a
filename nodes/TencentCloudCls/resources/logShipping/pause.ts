import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { shippingSubject } from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { shipped } from './fields';

/** Switches shipping off, and changes nothing else. CLS ModifyConsumer. */
export const pause: Operation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause log shipping',
	description: 'Pause the shipping of the logs of a log topic',
	...clsOperation('change', 'ModifyConsumer'),
	constant: { body: { Effective: false } },
	fields: [shipped()],
	outcome: (_answer, request) => singleItem({ paused: true, ...fromRequest(request, 'TopicId') }),
	subject: shippingSubject,
};
