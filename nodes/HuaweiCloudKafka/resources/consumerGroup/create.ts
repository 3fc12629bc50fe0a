import { text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { readList } from '../../../shared/contract/pages';
import { instance } from '../../fields';
import { groupPages, listGroups } from '../../api/requests';

/** Creates a consumer group. DMS for Kafka API Reference 5.5.4; 200 answers the bare word `success`. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create consumer group',
	description: 'Create a consumer group on an instance',
	api: 'CreateKafkaConsumerGroup',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/group'),
	fields: [
		instance(),
		text('group_name', 'Group Name', { required: true, placeholder: 'e.g. orders-service' }),
	],
	options: [text('group_desc', 'Description')],
	outcome: (_body, { body }, item) =>
		one({ group_id: body?.group_name, instance_id: item.parameter('instanceId') }),
	find: {
		matches: async (item, { body }) => {
			const instance_id: string = item.parameter('instanceId');
			const name = String(body?.group_name);
			const { rows } = await readList(
				async (page) => await item.call(page),
				listGroups(instance_id, name),
				groupPages,
				Infinity,
			);
			return rows
				.filter(({ group_id }) => group_id === name)
				.map((found) => ({ ...found, instance_id }));
		},
		key: 'group_id',
		severalPossible: false,
		madeAt: ({ createdAt: time }) => Number(time) || undefined,
	},
	subject: ({ group_id: name }) => `consumer group ${String(name)}`,
};
