import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { fromRequest, taskOf } from '../../api/records';
import { topicSized } from '../../completions/topic';
import { instance, topicName } from '../../fields';

/** Adds partitions. CKafka CreatePartition; the number is the new total, not the increase. */
export const addPartitions: Operation = {
	value: 'addPartitions',
	name: 'Add Partitions',
	action: 'Add partitions to topic',
	description: 'Increase the number of partitions of a topic; it cannot be decreased',
	api: 'CreatePartition',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		topicName(),
		integer('PartitionNum', 'Total Partitions', {
			required: true,
			range: [1, Infinity],
			default: 6,
			hint: 'New total number of partitions, greater than the current number',
		}),
	],
	outcome: (answer, request) =>
		singleItem({
			...fromRequest(request, 'TopicName', 'PartitionNum', 'InstanceId'),
			...taskOf(answer),
		}),
	subject: ({ TopicName: name, PartitionNum: count }) =>
		`topic ${String(name)} extended to ${String(count)} partitions`,
	completion: topicSized,
};
