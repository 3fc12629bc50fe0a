import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { integer, integers, rows } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { replicasPlaced } from '../../completions/topic';
import { instance, topicInPath } from '../../fields';
import { checkBrokers, twice } from './checks';

/** Rules between parameters, 5.4.2. */
function check({ body }: ApiRequest): void {
	const placement = body?.partitions as Array<{ partition: number; replicas: number[] }>;
	const partition = twice(placement.map((one) => one.partition));
	if (partition !== undefined) {
		throw new BadInput(
			'Partitions',
			`contains ${String(partition)} twice`,
			'Enter each only once.',
		);
	}
	for (const { replicas } of placement) checkBrokers('Broker IDs', replicas);
	if (new Set(placement.map(({ replicas }) => replicas.length)).size > 1) {
		throw new BadInput(
			'Broker IDs',
			'does not have the same number of entries for every partition',
			'Enter the same number of brokers for every partition.',
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
	description: 'Choose the brokers that hold the replicas of each partition of a topic',
	api: 'UpdateTopicReplica',
	request: post(
		'/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/replicas-reassignment',
	),
	kind: 'change',
	warning:
		'Moving partitions between brokers takes bandwidth and disk space from producers and consumers.',
	fields: [
		instance(),
		topicInPath('topic'),
		rows('partitions', 'Partitions', {
			required: true,
			description: 'Partitions to reassign, with the brokers for each',
			entry: 'Partition',
			fields: [
				integer('partition', 'Partition', {
					required: true,
					description: 'Partition number, starting from 0',
				}),
				integers('replicas', 'Broker IDs', {
					required: true,
					placeholder: 'e.g. 1, 2',
					description: 'Comma-separated, with the leader first',
				}),
			],
		}),
	],
	check,
	outcome: (_answer, { body }, item) =>
		singleItem(
			withInstance({ topic: item.nodeParameter('topic'), partitions: body?.partitions }, item),
		),
	subject: ({ topic }) => `replicas of topic ${String(topic)} reassigned`,
	completion: replicasPlaced,
};
