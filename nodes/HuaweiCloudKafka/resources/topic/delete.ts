import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { isSuccess } from '../../api/failedParts';
import { recordsOf } from '../../api/records';
import { instance, topicNames } from '../../fields';
import { refuseUnknown } from '../known';
import { topicGone, topicsOf } from './existing';

/**
 * Deletes topics. DMS for Kafka API Reference 5.4.2; it answers 200 even when it deleted none of
 * them, and says so for each topic.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topics',
	description: 'Delete one or more topics and all their messages',
	api: 'BatchDeleteInstanceTopic',
	request: post('/v2/{project_id}/instances/{instance_id}/topics/delete'),
	kind: 'delete',
	fields: [instance(), topicNames()],
	before: async (item, { body }) =>
		await refuseUnknown(item, {
			label: 'Topic Names',
			what: 'topics',
			names: body?.topics,
			look: async () => (await topicsOf(item)).map(({ name }) => name),
		}),
	outcome: ({ topics }, { body }) => {
		const deleted = new Set(
			recordsOf(topics)
				.filter(({ success }) => isSuccess(success))
				.map(({ id }) => id),
		);
		return ((body?.topics ?? []) as string[]).map((name) => ({
			json: { deleted: deleted.has(name), name },
			...(!deleted.has(name) && {
				failed: `topic ${name} was not deleted; it may not exist, or the instance is busy`,
			}),
		}));
	},
	subject: ({ name }) => `topic ${String(name)} deleted`,
	completion: topicGone,
};
