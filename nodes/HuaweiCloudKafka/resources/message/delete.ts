import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { del } from '../../../shared/contract/operation';
import { integer, rows } from '../../../shared/form/fields';
import { meaningOf } from '../../api/decode';
import { isSuccess, textIn } from '../../api/failedParts';
import { instance, topicInPath } from '../../fields';

/**
 * Deletes messages. DMS for Kafka API Reference 5.7.6, a DELETE with a body; it does not say on which
 * side of the offset they are deleted (Kafka itself deletes those before it). 200 with a result for
 * each partition.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete messages',
	description: 'Delete the messages before an offset in each partition; cannot be undone',
	api: 'DeleteKafkaMessage',
	request: del('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages'),
	kind: 'delete',
	fields: [
		instance(),
		topicInPath('topic'),
		rows('partitions', 'Partitions', {
			required: true,
			entry: 'Partition',
			description: 'Partitions to delete messages from',
			fields: [
				integer('partition', 'Partition', {
					required: true,
					description: 'Partition number, starting from 0',
				}),
				integer('offset', 'Offset', {
					required: true,
					description: 'Messages before this offset are deleted',
				}),
			],
		}),
	],
	outcome: ({ partitions }, { body }, item) => {
		const results = (partitions ?? []) as IDataObject[];
		return ((body?.partitions ?? []) as IDataObject[]).map(({ partition, offset }) => {
			const result = results.find((candidate) => String(candidate.partition) === String(partition));
			const deleted = isSuccess(result?.result);
			const code = textIn(result?.error_code);
			const reason = code === undefined || code === '0' ? '' : `: ${meaningOf(code)}`;
			return {
				json: { deleted, topic: item.nodeParameter('topic'), partition, offset },
				...(!deleted && {
					failed: `messages of partition ${String(partition)} were not deleted${reason}`,
				}),
			};
		});
	},
	subject: ({ topic, partition }) =>
		`messages of topic ${String(topic)}, partition ${String(partition)} deleted`,
};
