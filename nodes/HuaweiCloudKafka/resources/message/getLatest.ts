import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';
import { partitionInPath } from './fields';

/** Finds where a partition ends. DMS for Kafka API Reference 5.7.5. */
export const getLatest: Operation = {
	value: 'getLatest',
	name: 'Get Latest',
	action: 'Get latest message',
	description: 'Get the offset and time of the latest message in a partition',
	api: 'ShowPartitionEndMessage',
	request: get(
		'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/end-message',
	),
	kind: 'read',
	fields: [instance(), topicInPath('topic'), partitionInPath()],
};
