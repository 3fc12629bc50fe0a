import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { shippingRecord } from '../../../TencentCloudKafka/api/logShipping';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { shipped } from './fields';

/** The rule of a log topic, also on the international site. CLS DescribeConsumer. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get log shipping',
	description: 'Get the rule that ships the logs of a log topic',
	...clsOperation('read', 'DescribeConsumer'),
	fields: [shipped()],
	outcome: (answer, request) =>
		singleItem({ ...fromRequest(request, 'TopicId'), ...shippingRecord(answer) }),
};
