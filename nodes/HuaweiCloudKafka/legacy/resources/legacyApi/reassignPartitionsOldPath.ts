import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { reassignPartitions } from '../../../resources/topic/reassignPartitions';
import { deprecated } from './deprecated';

/** Moves partitions between brokers under the old path. DMS for Kafka API Reference 7.2.2.1. */
export const reassignPartitionsOldPath: Operation = {
	...reassignPartitions,
	value: 'reassignPartitionsOldPath',
	name: 'Reassign Partitions (Old Path)',
	action: 'Reassign partitions under old path',
	description: deprecated('reassign partitions to brokers', 'Topic: Reassign Partitions'),
	api: 'CreateReassignmentTask',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/reassign'),
	kind: 'change',
};
