import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { meaningOf } from '../../api/decode';
import { isSuccess, textIn } from '../../api/failedParts';
import { recordsOf } from '../../api/records';
import { instance, topicNames } from '../../fields';
import { groupInPath } from './fields';

/** Deletes offsets. DMS for Kafka API Reference 5.5.10; 200 with a result for each topic. */
export const deleteOffsets: Operation = {
	value: 'deleteOffsets',
	name: 'Delete Offsets',
	action: 'Delete offsets of consumer group',
	description: 'Delete the offsets of a consumer group for topics that it no longer reads',
	api: 'DeleteConsumerGroupOffsets',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/delete-offset'),
	kind: 'delete',
	fields: [instance(), groupInPath(), topicNames()],
	outcome: ({ topics }, { body }, item) => {
		const results = recordsOf(topics);
		return ((body?.topics ?? []) as string[]).map((name) => {
			const result = results.find((candidate) => candidate.name === name);
			const deleted = isSuccess(result?.success);
			const code = textIn(result?.error_code);
			const reason = code === undefined ? '' : `: ${meaningOf(code)}`;
			return {
				json: { deleted, name, group_id: item.nodeParameter('group') },
				...(!deleted && { failed: `offsets in topic ${name} were not deleted${reason}` }),
			};
		});
	},
	subject: ({ name }) => `offsets in topic ${String(name)} deleted`,
};
