import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { instance, topicInPath } from '../../fields';
import { partitionInPath } from './fields';

/** Finds where a partition begins. DMS for Kafka API Reference 5.7.4. */
export const getEarliest: Operation = {
	value: 'getEarliest',
	name: 'Get Earliest',
	action: 'Get earliest message',
	description: 'Get the offset and time of the earliest message in a partition',
	api: 'ShowPartitionBeginningMessage',
	request: get(
		'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}/beginning-message',
	),
	kind: 'read',
	fields: [instance(), topicInPath('topic'), partitionInPath()],
};
