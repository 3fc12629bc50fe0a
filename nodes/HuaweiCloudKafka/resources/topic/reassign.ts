import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/badInput';
import { extras, flag, integer, integers, rows } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
import type { ApiRequest } from '../../../shared/vendor';
import { replicasPlaced, taskDone } from '../../completions';
import { instance, moment, topicInPath, topicInRow } from '../../fields';

/** The first entry that a list has twice. */
const twice = (entries: unknown[]) => entries.find((one, i) => entries.indexOf(one) !== i);

function checkBrokers(label: string, brokers: number[]): void {
	const broker = twice(brokers);
	if (broker === undefined) return;
	throw new BadInput(label, `has broker ${String(broker)} twice`, 'Give each broker once.');
}

/** Rules between parameters, 5.4.2. */
function checkReplicas({ body }: ApiRequest): void {
	const placement = body?.partitions as Array<{ partition: number; replicas: number[] }>;
	const partition = twice(placement.map((one) => one.partition));
	if (partition !== undefined) {
		throw new BadInput('Partitions', `has ${String(partition)} twice`, 'Give each of them once.');
	}
	for (const { replicas } of placement) checkBrokers('Broker IDs', replicas);
	if (new Set(placement.map(({ replicas }) => replicas.length)).size > 1) {
		throw new BadInput(
			'Broker IDs',
			'has more entries for one partition than for another',
			'Give every partition as many brokers.',
		);
	}
}

/**
 * Places the replicas of a topic. DMS for Kafka API Reference 5.4.2; 204 without a body, after which
 * the replicas move.
 */
export const reassignReplicas: Operation = {
	value: 'reassignReplicas',
	name: 'Reassign Replicas',
	action: 'Reassign replicas of topic',
	description: 'Choose for each partition of a topic the brokers that hold it',
	api: 'UpdateTopicReplica',
	request: post(
		'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/replicas-reassignment',
	),
	fields: [
		instance(),
		topicInPath('topic'),
		rows('partitions', 'Partitions', {
			required: true,
			description: 'Partitions to move, each with its brokers',
			entry: 'Partition',
			fields: [
				integer('partition', 'Partition', {
					required: true,
					description: 'Number of the partition, counted from 0',
				}),
				integers('replicas', 'Broker IDs', {
					required: true,
					placeholder: 'e.g. 1, 2',
					description: 'With commas between them, the one with the leader first',
				}),
			],
		}),
	],
	check: checkReplicas,
	outcome: (_answer, { body }, item) =>
		one({
			instance_id: item.parameter('instanceId'),
			topic: item.parameter('topic'),
			partitions: body?.partitions,
		}),
	subject: ({ topic }) => `replicas of topic ${String(topic)} moving`,
	completion: replicasPlaced,
};

interface Reassignment {
	topic: string;
	brokers?: number[];
	replication_factor?: number;
	assignment?: Array<{ partition: number; partition_brokers: number[] }>;
}

function checkReassignment({ topic, brokers, replication_factor, assignment }: Reassignment): void {
	if (!brokers && !assignment) {
		throw new BadInput(
			'Broker IDs',
			`is empty for ${topic}`,
			"Give the brokers to spread the topic over, or add each partition under 'Placement'.",
		);
	}
	checkBrokers('Broker IDs', brokers ?? []);
	for (const { partition_brokers } of assignment ?? []) {
		checkBrokers('Broker IDs', partition_brokers);
	}
	const partition = twice((assignment ?? []).map((one) => one.partition));
	if (partition !== undefined) {
		throw new BadInput('Placement', `has ${String(partition)} twice`, 'Give each partition once.');
	}
	if (!assignment && Number(replication_factor) > (brokers ?? []).length) {
		throw new BadInput('Replicas', 'is more than there are brokers', 'Give more brokers.');
	}
}

/** Rules between parameters, 5.4.15. */
function checkReassignments({ body = {} }: ApiRequest): void {
	const plan = body.reassignments as unknown as Reassignment[];
	const topic = twice(plan.map((one) => one.topic));
	if (topic !== undefined) {
		throw new BadInput('Reassignments', `has ${String(topic)} twice`, 'Give each topic once.');
	}
	plan.forEach(checkReassignment);
	if (body.is_schedule === true && body.execute_at === undefined) {
		throw new BadInput('Start Time', 'is missing', "Add it, or turn 'Start Later' off.");
	}
	if (body.execute_at !== undefined && body.is_schedule !== true) {
		throw new BadInput(
			'Start Time',
			"is set without 'Start Later'",
			"Turn 'Start Later' on, or remove it.",
		);
	}
}

/**
 * Moves partitions between brokers. DMS for Kafka API Reference 5.4.15; the answer is the ID of a
 * background task, or for an estimate the seconds that it would take.
 */
export const reassignPartitions: Operation = {
	value: 'reassignPartitions',
	name: 'Reassign Partitions',
	action: 'Reassign partitions of topics',
	description: 'Spread the partitions of topics over brokers, or place each of them',
	api: 'CreateKafkaReassignmentTask',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/reassign'),
	fields: [
		instance(),
		rows('reassignments', 'Reassignments', {
			required: true,
			description: 'Topics to move',
			entry: 'Topic',
			fields: [
				topicInRow('topic'),
				integers('brokers', 'Broker IDs', {
					placeholder: 'e.g. 0, 1, 2',
					description:
						'Brokers over which the service spreads the topic, with commas between them; needed unless each partition is placed',
				}),
				extras([
					integer('replication_factor', 'Replicas', {
						default: 3,
						description: 'How many of each partition, where the service spreads the topic',
					}),
				]),
				rows('assignment', 'Placement', {
					description: 'Brokers of each partition, instead of leaving the choice to the service',
					entry: 'Partition',
					fields: [
						integer('partition', 'Partition', {
							required: true,
							description: 'Number of the partition, counted from 0',
						}),
						integers('partition_brokers', 'Broker IDs', {
							required: true,
							placeholder: 'e.g. 1, 2, 0',
							description: 'With commas between them, the one with the leader first',
						}),
					],
				}),
			],
		}),
	],
	options: [
		integer('throttle', 'Throttle', {
			default: 10_000_000,
			description: 'Upper limit of the traffic of the reassignment; the unit is not documented',
		}),
		flag('is_schedule', 'Start Later', "Whether it starts at 'Start Time' instead of at once", {
			default: true,
		}),
		moment('execute_at', 'Start Time', 'When it starts'),
		flag(
			'time_estimate',
			'Estimate Only',
			'Whether to only get how many seconds it would take, without moving anything',
			{ default: true },
		),
	],
	check: checkReassignments,
	outcome: (answer, _request, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId') } as IDataObject),
	subject: ({ job_id: id, reassignment_time: time }) =>
		id ? `reassignment by background task ${String(id)}` : `reassignment of ${String(time)} s`,
	completion: taskDone,
};
