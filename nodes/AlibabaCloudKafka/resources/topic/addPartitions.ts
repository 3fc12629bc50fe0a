import type { Operation } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { partitionsAdded } from '../../completions/topic';
import { instance, topic } from '../../fields';

/** Adds partitions. AliKafka API Reference, ModifyPartitionNum; the number is what comes on top. */
export const addPartitions: Operation = {
	value: 'addPartitions',
	name: 'Add Partitions',
	action: 'Add partitions to topic',
	description: 'Add partitions to a topic; partitions cannot be removed',
	...operation('change', 'ModifyPartitionNum'),
	fields: [
		instance(),
		topic(),
		integer('AddPartitionNum', 'Partitions to Add', {
			required: true,
			range: [1, 359],
			default: 6,
			description: 'Number of partitions to add',
			hint: 'Running this twice adds them twice; a topic can have at most 360, and multiples of 6 distribute evenly',
		}),
	],
	outcome: acknowledged({ updated: true }, 'Topic', 'AddPartitionNum'),
	subject: ({ Topic: name, AddPartitionNum: count }) =>
		`${String(count)} partitions added to topic ${String(name)}`,
	completion: partitionsAdded,
};
