import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { servedSubject } from '../../../TencentCloudKafka/api/logTopics';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { checkFormat, served, servingOptions } from './fields';

/** Changes how Kafka clients get the logs. CLS ModifyKafkaConsumer. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update kafka access to log topic',
	description: 'Change how Kafka clients get the logs of a log topic',
	...clsOperation('change', 'ModifyKafkaConsumer'),
	fields: [served()],
	options: servingOptions(false),
	check: (request) => {
		if (Object.keys(request.body ?? {}).length < 2) {
			throw new BadInput('Options', 'is empty', 'Add what is to be changed.');
		}
		checkFormat(request);
	},
	outcome: (_answer, request) =>
		singleItem({ updated: true, ...fromRequest(request, 'FromTopicId') }),
	subject: servedSubject,
};
