import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { get as GET, one } from '../../../shared/contract/operation';
import { groupInPath, instance } from '../../fields';

const theGroup = ({ group }: IDataObject) => one((group ?? {}) as IDataObject);

/** Gets one group with what is assigned to its consumers. DMS for Kafka API Reference 5.5.1. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get consumer group',
	description: 'Get a consumer group with its state, members, assigned partitions, and lag',
	api: 'ShowGroups',
	request: GET('/v2/{project_id}/instances/{instance_id}/management/groups/{group}'),
	fields: [instance(), groupInPath()],
	outcome: theGroup,
};

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
	request: GET('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}'),
	fields: [instance(), groupInPath()],
	outcome: theGroup,
};
