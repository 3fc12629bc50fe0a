import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { recordOf } from '../../api/records';
import { withStatus } from '../../api/status';
import { instance } from '../../fields';

/** Gets all attributes of one instance. CKafka DescribeInstanceAttributes. */
export const getAttributes: Operation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get attributes of instance',
	description: 'Get the settings, quotas, and billing mode of a Kafka instance',
	api: 'DescribeInstanceAttributes',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	outcome: (body) => singleItem(withStatus(recordOf(body))),
};
