import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { groupPages } from '../../api/pages';
import { instance } from '../../fields';

/** Lists groups. DMS for Kafka API Reference 5.5.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description: 'Get many consumer groups of an instance with their states and lag',
	api: 'ListInstanceConsumerGroups',
	request: get('/v2/{project_id}/instances/{instance_id}/groups'),
	kind: 'read',
	fields: [instance()],
	options: [
		text('group', 'Name Contains', {
			sentIn: 'query',
			placeholder: 'e.g. orders',
			description: 'Return only consumer groups whose name contains this text',
		}),
	],
	pages: groupPages,
};
