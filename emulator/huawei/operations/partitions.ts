import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { brokerAddress } from '../answers/instanceRecord';
import { brokerIds, logSize, logsOf } from '../model/partitions';
import { subscribes } from '../model/progress';
import { page } from '../requests/checks';
import type { Handler } from '../requests/context';
import { logOf, topicOf } from '../requests/find';

const DEFAULT_PAGE = 10;

/** Partitions of a topic and what they hold (5.4.8). */
export const ListTopicPartitions: Handler = (request, context) => {
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	if (offset < 0 || limit < 1) refuse('DMS.00400062', `offset ${offset}, limit ${limit}`);
	const instance = context.instance();
	const logs = logsOf(instance, topicOf(instance, request.path.topic));
	const partitions = logs.map((log, partition) => ({
		partition,
		start_offset: log.startOffset,
		last_offset: log.endOffset,
		message_count: log.endOffset - log.startOffset,
		last_update_time: log.updatedAt,
	}));
	return json(200, {
		total: logs.length,
		partitions: page(partitions, offset, limit, 'DMS.40050010'),
	});
};

/** Clients connected to write to a topic (5.4.9). */
export const ListTopicProducers: Handler = (request, context) => {
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	const instance = context.instance();
	const { producers } = topicOf(instance, request.path.topic);
	const shown = page(producers, offset, limit, 'DMS.40050010').map((producer) => ({
		producer_address: producer.address,
		broker_address: brokerAddress(instance, producer.broker),
		join_time: producer.joinedAt,
	}));
	return json(200, { total: producers.length, producers: shown });
};

/** Partitions and replicas of a topic (5.4.10), all of them in sync. */
export const ShowInstanceTopicDetail: Handler = (request, context) => {
	const instance = context.managedInstance();
	const topic = topicOf(instance, request.path.topic);
	const partitions = logsOf(instance, topic).map((log, partition) => ({
		partition,
		leader: log.replicas[0],
		leo: log.endOffset,
		hw: log.endOffset,
		lso: log.startOffset,
		last_update_timestamp: log.updatedAt,
		replicas: log.replicas.map((broker, i) => ({
			broker,
			leader: i === 0,
			in_sync: true,
			size: logSize(log),
			lag: 0,
		})),
	}));
	const groups = instance.groups.filter(
		(group) => subscribes(group, topic.name) || group.offsets.some((o) => o.topic === topic.name),
	);
	const group_subscribed = groups.map((group) => group.name);
	return json(200, { topic: topic.name, partitions, group_subscribed });
};

interface ReplicaBody {
	partitions?: Array<{ partition?: number; replicas?: number[] }>;
}

/** Places the replicas of partitions (5.4.2), at once. Every partition ends with the same count. */
export const UpdateTopicReplica: Handler = (request, context) => {
	const { partitions = [] } = request.body as ReplicaBody;
	context.managedInstance();
	const instance = context.runningInstance();
	const topic = topicOf(instance, request.path.topic);
	const placed = partitions.map(({ partition = -1, replicas = [] }) => {
		const unknown = replicas.some((id) => !brokerIds(instance).includes(id));
		if (unknown || replicas.length === 0 || new Set(replicas).size !== replicas.length) {
			refuse('DMS.00400062', `replicas of partition ${partition} are not brokers, each once.`);
		}
		return { log: logOf(instance, topic, partition), replicas };
	});
	const others = logsOf(instance, topic).filter((log) => !placed.some((one) => one.log === log));
	const counts = new Set([...placed, ...others].map(({ replicas }) => replicas.length));
	if (counts.size > 1) refuse('DMS.00400062', 'Every partition needs the same number of replicas.');
	for (const { log, replicas } of placed) log.replicas = replicas;
	[topic.replication] = counts;
	return empty();
};
