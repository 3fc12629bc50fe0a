import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { existingGroups } from './existing';

/** Creates a consumer group. DMS for Kafka API Reference 5.5.4; 200 answers the bare word `success`. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create consumer group',
	description: 'Create a consumer group on an instance',
	api: 'CreateKafkaConsumerGroup',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/group'),
	kind: 'create',
	fields: [
		instance(),
		text('group_name', 'Group Name', { required: true, placeholder: 'e.g. orders-service' }),
	],
	options: [text('group_desc', 'Description')],
	outcome: (_body, { body }, item) =>
		singleItem(withInstance({ group_id: body?.group_name }, item)),
	find: existingGroups,
	subject: ({ group_id: name }) => `consumer group ${String(name)}`,
};
