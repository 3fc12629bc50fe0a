import { integer } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { flowDone } from '../../completions/instance';
import { instance, topicName } from '../../fields';
import { flowOf } from '../../api/requests';

/** Adds partitions. CKafka CreatePartition; the number is the new total, not the increase. */
export const addPartitions: Operation = {
	value: 'addPartitions',
	name: 'Add Partitions',
	action: 'Add partitions to topic',
	description: 'Increase the number of partitions of a topic; it cannot be decreased',
	api: 'CreatePartition',
	request: post('/'),
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
	outcome: (answer, { body }) =>
		one({
			TopicName: body?.TopicName,
			PartitionNum: body?.PartitionNum,
			InstanceId: body?.InstanceId,
			...flowOf(answer),
		}),
	subject: ({ TopicName: name, PartitionNum: count }) =>
		`topic ${String(name)} extended to ${String(count)} partitions`,
	completion: flowDone,
};
