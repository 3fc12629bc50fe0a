import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { instance, partitionInPath, topicInPath } from '../../fields';
import { messageOffset } from './fields';

const partition =
	'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions/{partition}';
const place = () => [instance(), topicInPath('topic'), partitionInPath()];

/** Reads one message. DMS for Kafka API Reference 5.7.2; the answer is a list of one. */
export const getByOffset: Operation = {
	value: 'getByOffset',
	name: 'Get by Offset',
	action: 'Get message by offset',
	description: 'Get the key and value of the message at a given offset of a partition',
	api: 'ShowPartitionMessage',
	request: get(`${partition}/message`),
	fields: [...place(), messageOffset()],
	outcome: entries('message'),
};

/** Finds where a partition begins. DMS for Kafka API Reference 5.7.4. */
export const getEarliest: Operation = {
	value: 'getEarliest',
	name: 'Get Earliest',
	action: 'Get earliest message',
	description: 'Get the offset and time of the earliest message in a partition',
	api: 'ShowPartitionBeginningMessage',
	request: get(`${partition}/beginning-message`),
	fields: place(),
};

/** Finds where a partition ends. DMS for Kafka API Reference 5.7.5. */
export const getLatest: Operation = {
	value: 'getLatest',
	name: 'Get Latest',
	action: 'Get latest message',
	description: 'Get the offset and time of the latest message in a partition',
	api: 'ShowPartitionEndMessage',
	request: get(`${partition}/end-message`),
	fields: place(),
};
