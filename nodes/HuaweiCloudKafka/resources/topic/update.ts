import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import type { Operation, Settled } from '../../../shared/contract/operation';
import { put } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { extras, flag, integer, integers, rows, text } from '../../../shared/form/fields';
import { textIn } from '../../api/failedParts';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { topicsOf } from './existing';
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
 * Leaves out a number of partitions that a topic has already, which would fail the whole change of the
 * topic (terraform-provider-huaweicloud #1872), and topics of which nothing is left.
 */
async function leaveOutUnchanged(item: OperationContext, request: ApiRequest): Promise<Settled> {
	const topics = (request.body?.topics ?? []) as IDataObject[];
	if (topics.every(({ new_partition_numbers: number }) => number === undefined)) return NOTHING;
	const current = new Map(
		(await topicsOf(item)).map(({ name, partition }) => [name, textIn(partition)]),
	);
	const isCurrent = ({ id, new_partition_numbers: number }: IDataObject) =>
		number !== undefined && current.get(id) === String(number);
	const changed = topics.map((topic) => {
		if (!isCurrent(topic)) return topic;
		const { new_partition_numbers: _, new_partition_brokers: __, ...others } = topic;
		return others;
	});
	const left = changed.filter((topic) => Object.keys(topic).length > 1);
	const outcomes = topics
		.filter(({ id }) => !left.some((topic) => topic.id === id))
		.map(({ id, new_partition_numbers: number }) => ({
			json: withInstance({ name: id, updated: true, note: alreadyHas(number) }, item),
		}));
	request.body = { ...request.body, topics: left };
	return { outcomes, isAll: left.length === 0 };
}

const NOTHING: Settled = { outcomes: [], isAll: false };

const alreadyHas = (number: unknown) =>
	`Nothing was sent: the topic already has ${number === 1 ? '1 partition' : `${String(number)} partitions`}.`;

/**
 * Changes settings of topics. DMS for Kafka API Reference 5.4.6; 204 without a body, also for several
 * topics, and 206 with those that failed.
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
	before: leaveOutUnchanged,
	outcome: (_answer, { body }, item) =>
		(body?.topics as IDataObject[]).map(({ id }) => ({
			json: withInstance({ name: id, updated: true }, item),
		})),
	subject: ({ name }) => `topic ${String(name)} updated`,
};
