import { factsOf } from '../../core/facts';
import { json } from '../../http/answer';
import { privatePort } from '../answers/instanceRecord';
import { logsOf } from '../model/partitions';
import { coordinatorOf, progressOf } from '../model/progress';
import type { Handler } from '../requests/context';

const CONTROLLER = 0;

/** Brokers and counts of the cluster (5.2.5). */
export const ShowCluster: Handler = (_request, context) => {
	const instance = context.managedInstance();
	const brokers = instance.brokerIps.map((host, id) => ({
		host,
		port: privatePort(instance),
		broker_id: String(id),
		is_controller: id === CONTROLLER,
		version: instance.engineVersion,
		register_time: instance.createdAt,
		is_health: true,
	}));
	const logs = instance.topics.flatMap((topic) => logsOf(instance, topic));
	const replicas = logs.reduce((sum, log) => sum + log.replicas.length, 0);
	const cluster = {
		controller: String(CONTROLLER),
		brokers,
		topics_count: instance.topics.length,
		partitions_count: logs.length,
		online_partitions_count: logs.length,
		replicas_count: replicas,
		isr_replicas_count: replicas,
		consumers_count: instance.groups.length,
	};
	return json(200, { cluster });
};

/** Coordinators of all consumer groups (5.2.6). */
export const ShowCoordinators: Handler = (_request, context) => {
	const instance = context.managedInstance();
	const coordinators = instance.groups.map((group) => {
		const id = coordinatorOf(instance, group);
		return {
			group_id: group.name,
			id,
			host: instance.brokerIps[id],
			port: privatePort(instance),
		};
	});
	return json(200, { coordinators });
};

const { dimensions } = factsOf('huawei', 'ShowCesHierarchy').examples[0].response as {
	dimensions: unknown[];
};

const numbered = (partitions: number[]) => partitions.map((number) => ({ name: String(number) }));

/** What Cloud Eye can be asked about (5.10.4): brokers, topics, groups. */
export const ShowCesHierarchy: Handler = (_request, context) => {
	const instance = context.instance();
	const groups = instance.groups.map((group) => {
		const progress = progressOf(instance, group);
		const topics = [...new Set(progress.map(({ topic }) => topic))];
		const queues = topics.map((name) => ({
			name,
			partitions: numbered(progress.filter((p) => p.topic === name).map((p) => p.partition)),
		}));
		return { name: group.name, queues };
	});
	return json(200, {
		dimensions,
		instance_ids: [{ name: instance.id }],
		nodes: instance.brokerIps.map((_, id) => ({ name: `broker-${id}` })),
		queues: instance.topics.map((topic) => ({
			name: topic.name,
			partitions: numbered([...Array(topic.partition).keys()]),
		})),
		groups,
	});
};
