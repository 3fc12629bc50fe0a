import type { IDataObject } from 'n8n-workflow';

import { choices } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { del, one, post } from '../../../shared/contract/operation';
import { groupInPath, instance } from '../../fields';

const subject = ({ group_id: name }: IDataObject) => `consumer group ${String(name)} deleted`;

/** Deletes one group. DMS for Kafka API Reference 5.5.8; 200 without a body. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	api: 'DeleteInstanceConsumerGroup',
	request: del('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}'),
	fields: [instance(), groupInPath()],
	outcome: (_body, _request, item) => one({ deleted: true, group_id: item.parameter('group') }),
	subject,
};

/**
 * Deletes several groups. DMS for Kafka API Reference 5.5.3; it answers 200 also when it deleted none
 * of them, and lists the ones that are still there.
 */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many consumer groups',
	description: 'Delete multiple consumer groups; their consumers must be stopped first',
	api: 'BatchDeleteGroup',
	request: post('/v2/{project_id}/instances/{instance_id}/groups/batch-delete'),
	fields: [
		instance(),
		choices('group_ids', 'Consumer Group Names or IDs', {
			required: true,
			load: { method: 'getGroups', dependsOn: ['instanceId.value'] },
		}),
	],
	outcome: ({ failed_groups }, { body }) => {
		const failed = (failed_groups ?? []) as IDataObject[];
		const reasons = new Map(failed.map(({ group_id, error_message }) => [group_id, error_message]));
		// The reference's own example reports groups that were not asked for.
		const names = new Set([...((body?.group_ids ?? []) as string[]), ...reasons.keys()]);
		return [...names].map((name) => ({
			json: { deleted: !reasons.has(name), group_id: name },
			...(reasons.has(name) && {
				failed: `consumer group ${String(name)} was not deleted: ${String(reasons.get(name))}`,
			}),
		}));
	},
	subject,
};
