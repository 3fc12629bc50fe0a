import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { groupIn } from './detail';
import { groupInPath } from './fields';

/**
 * Gets one group. DMS for Kafka API Reference 5.5.7; newer instances give its description and time of
 * creation instead of members and offsets.
 */
export const getSummary: Operation = {
	value: 'getSummary',
	name: 'Get Summary',
	action: 'Get summary of consumer group',
	description: 'Get the state, coordinator, and assignment strategy of a consumer group',
	api: 'ListInstanceConsumerGroup',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}'),
	kind: 'read',
	fields: [instance(), groupInPath()],
	outcome: groupIn,
};
