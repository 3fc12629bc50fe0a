import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { put } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { extras, flag, integer, integers, rows, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { topicConfigs, topicInRow } from './fields';

/** Rules between parameters, 5.4.6. */
function check({ body }: ApiRequest): void {
	const names = new Set<unknown>();
	for (const { id, ...settings } of body?.topics as IDataObject[]) {
		if (names.has(id)) {
			throw new BadInput('Topics', `contains ${String(id)} twice`, 'Enter each topic only once.');
		}
		names.add(id);
		if (Object.keys(settings).length === 0) {
			throw new BadInput('Topics', `has nothing to change for ${String(id)}`, 'Add a setting.');
		}
		if (settings.new_partition_brokers && settings.new_partition_numbers === undefined) {
			throw new BadInput(
				'Broker IDs for New Partitions',
				`is set for ${String(id)} without new partitions`,
				"Add the setting 'Partitions'.",
			);
		}
	}
}

/**
 * Changes settings of topics. DMS for Kafka API Reference 5.4.6; 204 without a body, also for several
 * topics.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update topics',
	description: 'Change the retention, partitions, and other settings of one or more topics',
	api: 'UpdateInstanceTopic',
	request: put('/v2/{project_id}/instances/{instance_id}/topics'),
	kind: 'change',
	fields: [
		instance(),
		rows('topics', 'Topics', {
			name: 'topicSettings',
			description: 'Topics to change, with their new settings',
			required: true,
			entry: 'Topic',
			fields: [
				topicInRow('id'),
				extras([
					integer('retention_time', 'Retention (Hours)', { range: [1, 720], default: 72 }),
					flag(
						'sync_replication',
						'Synchronous Replication',
						'Whether to replicate messages before acknowledging them; producers must use acks=-1',
					),
					flag(
						'sync_message_flush',
						'Synchronous Flushing',
						'Whether to write each message to disk before acknowledging it',
					),
					integer('new_partition_numbers', 'Partitions', {
						range: [1, 200],
						default: 6,
						description: 'New total number of partitions; can only be increased',
					}),
					integers('new_partition_brokers', 'Broker IDs for New Partitions', {
						placeholder: 'e.g. 0, 1, 2',
						description: 'Comma-separated; leave empty to let the service choose',
					}),
					topicConfigs(),
					text('topic_desc', 'Description', {
						length: [0, 200],
						sendBlank: true,
						description: 'Leave empty to remove the description',
					}),
				]),
			],
		}),
	],
	check,
	outcome: (_answer, { body }, item) =>
		(body?.topics as IDataObject[]).map(({ id }) => ({
			json: withInstance({ name: id, updated: true }, item),
		})),
	subject: ({ name }) => `topic ${String(name)} updated`,
};
