import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';
import { messageOffset, partitionInPath } from './fields';

/** Reads one message. DMS for Kafka API Reference 5.7.2; the answer is a list of one. */
export const getByOffset: Operation = {
	value: 'getByOffset',
	name: 'Get by Offset',
	action: 'Get message by offset',
	description: 'Get the key and value of the message at a given offset of a partition',
	api: 'ShowPartitionMessage',
	request: get(
		'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/message',
	),
	kind: 'read',
	fields: [instance(), topicInPath('topic'), partitionInPath(), messageOffset()],
	outcome: entries('message'),
};
