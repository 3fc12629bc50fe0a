import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { shippingSubject } from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { shipped } from './fields';

/** Ends the shipping of a log topic, and deletes its rule. CLS DeleteConsumer. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete log shipping',
	description: 'Stop shipping the logs of a log topic, and delete its rule',
	...clsOperation('delete', 'DeleteConsumer'),
	fields: [shipped()],
	outcome: (_answer, request) => singleItem({ deleted: true, ...fromRequest(request, 'TopicId') }),
	subject: shippingSubject,
};
