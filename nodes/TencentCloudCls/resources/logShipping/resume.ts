import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { shippingSubject } from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { shipped } from './fields';

/** Switches shipping on, and changes nothing else. CLS ModifyConsumer. */
export const resume: Operation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume log shipping',
	description: 'Resume the shipping of the logs of a log topic',
	...clsOperation('change', 'ModifyConsumer'),
	constant: { body: { Effective: true } },
	fields: [shipped()],
	outcome: (_answer, request) => singleItem({ resumed: true, ...fromRequest(request, 'TopicId') }),
	subject: shippingSubject,
};
