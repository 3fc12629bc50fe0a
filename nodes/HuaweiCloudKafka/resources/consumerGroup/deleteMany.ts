import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choices } from '../../../shared/form/fields';
import { instance } from '../../fields';
import { refuseUnknown } from '../known';
import { groupGone, groupsOf } from './existing';
import { recordsOf } from '../../api/records';

/**
 * Deletes several groups. DMS for Kafka API Reference 5.5.3; it answers 200 also when it deleted none
 * of them, and lists the ones that still exist.
 */
export const deleteMany: Operation = {
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many consumer groups',
	description: 'Delete multiple consumer groups; their consumers must be stopped first',
	api: 'BatchDeleteGroup',
	request: post('/v2/{project_id}/instances/{instance_id}/groups/batch-delete'),
	kind: 'delete',
	fields: [
		instance(),
		choices('group_ids', 'Consumer Group Names or IDs', {
			required: true,
			load: { method: 'getGroups', dependsOn: ['instanceId.value'] },
		}),
	],
	before: async (item, { body }) =>
		await refuseUnknown(item, {
			label: 'Consumer Group Names or IDs',
			what: 'consumer groups',
			names: body?.group_ids,
			look: async () => (await groupsOf(item)).map(({ group_id: name }) => name),
		}),
	outcome: ({ failed_groups }, { body }) => {
		const failed = recordsOf(failed_groups);
		const reasons = new Map(failed.map(({ group_id, error_message }) => [group_id, error_message]));
		// The reference's own example reports groups that were not asked for.
		const names = new Set([...((body?.group_ids ?? []) as string[]), ...reasons.keys()]);
		return [...names].map((name) => ({
			json: { deleted: !reasons.has(name), group_id: name },
			...(reasons.has(name) && {
				failed: `consumer group ${String(name)} was not deleted: ${String(reasons.get(name) ?? 'no reason was given')}`,
			}),
		}));
	},
	subject: ({ group_id: name }) => `consumer group ${String(name)} deleted`,
	completion: groupGone,
};
