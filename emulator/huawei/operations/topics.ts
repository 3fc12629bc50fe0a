import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { brokerAddress } from '../answers/instanceRecord';
import { topicRecord } from '../answers/topicRecord';
import { logSize, logsOf } from '../model/partitions';
import { subscribes } from '../model/progress';
import { MAX_PARTITIONS_PER_TOPIC, partitionQuota, usedPartitions } from '../model/quotas';
import { page, pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';
import { listedTopics, topicOf } from '../requests/find';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;
/** Entries of a page of what a topic has. */
const USUAL_PAGE = 10;

/** Topics of an instance by name (5.4.5); an offset at or past the total is an error. */
export const ListInstanceTopics: Handler = (request, context) => {
	const instance = context.instance();
	const offset = pageNumber('offset', request.query.offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const limit = pageNumber('limit', request.query.limit, DEFAULT_PAGE, [0, MAX_PAGE]);
	const topics = listedTopics(instance, context.now);
	const shown = page(topics, offset, limit, 'DMS.40050010');
	return json(200, {
		total: topics.length,
		size: shown.length,
		topics: shown.map(topicRecord),
		remain_partitions: partitionQuota(instance) - usedPartitions(instance),
		max_partitions: partitionQuota(instance),
		topic_max_partitions: MAX_PARTITIONS_PER_TOPIC,
	});
};

/** Partitions of a topic and what they hold (5.4.8). */
export const ListTopicPartitions: Handler = (request, context) => {
	const { offset = 0, limit = USUAL_PAGE } = request.query as Record<string, number>;
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
	const { offset = 0, limit = USUAL_PAGE } = request.query as Record<string, number>;
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
