import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { extras, flag, integer, integers, rows } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { byTask, taskDone } from '../../completions/task';
import { checkSchedule, instance, scheduledIn, startLater } from '../../fields';
import { checkBrokers, twice } from './checks';
import { topicInRow } from './fields';

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
			"Enter the brokers to distribute the topic over, or add each partition under 'Placement'.",
		);
	}
	checkBrokers('Broker IDs', brokers ?? []);
	for (const { partition_brokers } of assignment ?? []) {
		checkBrokers('Broker IDs', partition_brokers);
	}
	const partition = twice((assignment ?? []).map((one) => one.partition));
	if (partition !== undefined) {
		throw new BadInput(
			'Placement',
			`contains ${String(partition)} twice`,
			'Enter each partition only once.',
		);
	}
	if (!assignment && Number(replication_factor) > (brokers ?? []).length) {
		throw new BadInput('Replicas', 'is greater than the number of brokers', 'Enter more brokers.');
	}
}

/** Rules between parameters, 5.4.15. */
function check({ body = {} }: ApiRequest): void {
	const plan = body.reassignments as unknown as Reassignment[];
	const topic = twice(plan.map((one) => one.topic));
	if (topic !== undefined) {
		throw new BadInput(
			'Reassignments',
			`contains ${String(topic)} twice`,
			'Enter each topic only once.',
		);
	}
	plan.forEach(checkReassignment);
	checkSchedule(body);
}

/**
 * Moves partitions between brokers. DMS for Kafka API Reference 5.4.15; the answer is the ID of a
 * background task, or for an estimate the seconds that it would take.
 */
export const reassignPartitions: Operation = {
	value: 'reassignPartitions',
	name: 'Reassign Partitions',
	action: 'Reassign partitions of topics',
	description: 'Reassign the partitions of topics to brokers, automatically or one by one',
	api: 'CreateKafkaReassignmentTask',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/reassign'),
	kind: 'change',
	warning:
		'Moving partitions between brokers takes bandwidth and disk space from producers and consumers.',
	fields: [
		instance(),
		rows('reassignments', 'Reassignments', {
			required: true,
			description: 'Topics to reassign',
			entry: 'Topic',
			fields: [
				topicInRow('topic'),
				integers('brokers', 'Broker IDs', {
					placeholder: 'e.g. 0, 1, 2',
					description:
						"Comma-separated IDs of the brokers to distribute the topic over; required unless 'Placement' is set",
				}),
				extras([
					integer('replication_factor', 'Replicas', {
						default: 3,
						description: 'Number of replicas of each partition, for automatic reassignment',
					}),
				]),
				rows('assignment', 'Placement', {
					description: 'Brokers for each partition, for manual instead of automatic reassignment',
					entry: 'Partition',
					fields: [
						integer('partition', 'Partition', {
							required: true,
							description: 'Partition number, starting from 0',
						}),
						integers('partition_brokers', 'Broker IDs', {
							required: true,
							placeholder: 'e.g. 1, 2, 0',
							description: 'Comma-separated, with the leader first',
						}),
					],
				}),
			],
		}),
	],
	options: [
		integer('throttle', 'Throttle', {
			default: 10_000_000,
			description: 'Maximum traffic of the reassignment; the unit is not documented',
		}),
		...startLater(),
		flag(
			'time_estimate',
			'Estimate Only',
			'Whether to only estimate the duration in seconds, without reassigning anything',
			{ default: true },
		),
	],
	check,
	outcome: (answer, { body }, item) =>
		singleItem(withInstance({ ...scheduledIn(body), ...answer }, item)),
	subject: ({ reassignment_time: time, ...json }) =>
		(time ?? null) === null
			? byTask(json, 'reassignment')
			: `reassignment estimated at ${String(time)} s`,
	completion: taskDone,
};
