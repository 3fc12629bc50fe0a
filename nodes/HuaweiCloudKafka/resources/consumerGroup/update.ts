import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { put, singleItem } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { groupInPath } from './fields';

/**
 * Changes the description, all that can be changed. DMS for Kafka API Reference, page
 * UpdateInstanceConsumerGroup of 2026-01; 204 without a body. The name goes with it unchanged.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update consumer group',
	description: 'Change the description of a consumer group',
	api: 'UpdateInstanceConsumerGroup',
	request: put('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}'),
	kind: 'change',
	fields: [instance(), groupInPath()],
	options: [
		text('group_desc', 'Description', {
			sendBlank: true,
			description: 'Leave empty to remove the description',
		}),
	],
	check: ({ body }) => {
		if (body) return;
		throw new BadInput('Options', 'has nothing to change', "Add 'Description'.");
	},
	before: async (item, request) => {
		request.body = { group_name: item.nodeParameter<string>('group'), ...request.body };
	},
	outcome: (_answer, { body }, item) => {
		const { group_name: group_id, group_desc } = body ?? {};
		return singleItem(withInstance({ group_id, group_desc, updated: true }, item));
	},
	subject: ({ group_id: name }) => `consumer group ${String(name)} updated`,
};
