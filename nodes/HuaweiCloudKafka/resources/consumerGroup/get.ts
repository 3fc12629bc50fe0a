import type { Operation } from '../../../shared/contract/operation';
import { get as GET } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { groupIn } from './detail';
import { groupInPath } from './fields';

/** Gets one group with what is assigned to its consumers. DMS for Kafka API Reference 5.5.1. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get consumer group',
	description: 'Get a consumer group with its state, members, assigned partitions, and lag',
	api: 'ShowGroups',
	request: GET('/v2/{project_id}/instances/{instance_id}/management/groups/{group}'),
	kind: 'read',
	fields: [instance(), groupInPath()],
	outcome: groupIn,
};
