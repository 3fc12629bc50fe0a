import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { memberPages } from '../../api/pages';
import { instance } from '../../fields';
import { groupInPath } from './fields';

/** Lists the consumers of a group. DMS for Kafka API Reference 5.5.11. */
export const getMembers: Operation = {
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get members of consumer group',
	description: 'Get the members (consumers) of a consumer group',
	api: 'ListInstanceConsumerGroupMembers',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/members'),
	kind: 'read',
	fields: [instance(), groupInPath()],
	options: [
		text('host', 'Consumer Address', { sentIn: 'query', placeholder: 'e.g. 192.168.0.10' }),
		text('member_id', 'Consumer ID', { sentIn: 'query', description: 'Return only this consumer' }),
	],
	pages: memberPages,
};
