import { clampOffset, commit, offsetAt, type PartitionLog } from '../../core/kafkaLog';
import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Group, Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { logsOf } from '../model/partitions';
import { progressOf, subscribes } from '../model/progress';
import { page, pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';
import { groupOf, logOf, topicOf } from '../requests/find';
import { startJob } from '../requests/jobs';

const DEFAULT_PAGE = 10;
const RESET_TASK = 'kafkaResetConsumerOffset';
const ALL_PARTITIONS = -1;

/** Offsets of a group (5.5.6), numbers as text; neither topic nor lag is told. */
export const ListInstanceConsumerGroupMessageOffset: Handler = (request, context) => {
	const { topic, partition, offset, limit } = request.query as Record<string, string | undefined>;
	const instance = context.instance();
	const found = progressOf(instance, groupOf(instance, request.path.group))
		.filter((progress) => topic === undefined || progress.topic === topic)
		.filter((progress) => partition === undefined || String(progress.partition) === partition);
	const start = pageNumber('offset', offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const size = pageNumber('limit', limit, DEFAULT_PAGE, [1, Number.MAX_SAFE_INTEGER]);
	const shown = page(found, start, size, 'DMS.40050010').map((progress) => ({
		partition: String(progress.partition),
		message_current_offset: String(progress.current),
		message_log_start_offset: progress.start,
		message_log_end_offset: progress.end,
		consumer_id: progress.consumer?.memberId ?? '',
		host: progress.consumer?.host ?? '',
		client_id: progress.consumer?.clientId ?? '',
	}));
	return json(200, { group_message_offsets: shown, total: found.length });
};

type SortKey = 'topic' | 'partition' | 'messages';

/** Topics of a group (5.5.9); `topic` matches a part, `messages` are those not yet consumed. */
export const ListInstanceConsumerGroupTopics: Handler = (request, context) => {
	const { topic: keyword = '', sort_dir = 'desc' } = request.query as Record<string, string>;
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	const { sort_key = 'messages' } = request.query as { sort_key?: SortKey };
	const instance = context.instance();
	const topics = new Map<string, { topic: string; partitions: number; lag: number }>();
	for (const { topic, lag } of progressOf(instance, groupOf(instance, request.path.group))) {
		const known = topics.get(topic) ?? { topic, partitions: 0, lag: 0 };
		topics.set(topic, { topic, partitions: known.partitions + 1, lag: known.lag + lag });
	}
	const found = [...topics.values()]
		.filter(({ topic }) => topic.includes(keyword))
		.sort((a, b) => {
			if (sort_key === 'topic') return a.topic < b.topic ? -1 : 1;
			return sort_key === 'partition' ? a.partitions - b.partitions : a.lag - b.lag;
		});
	if (sort_dir === 'desc') found.reverse();
	return json(200, {
		topics: page(found, offset, limit, 'DMS.40050010'),
		total: found.length,
	});
};

interface ResetBody {
	topic?: string;
	partition: number;
	message_offset?: number;
	timestamp?: number;
}

/**
 * Resets offsets of a group without consumers (5.5.5). Without a topic it is done for all topics of
 * the group, by a background task of which the answer tells nothing.
 */
export const ResetMessageOffsetWithEngine: Handler = (request, context) => {
	const body = request.body as ResetBody;
	const instance = context.runningInstance();
	const group = groupOf(instance, request.path.group);
	if ((body.message_offset === undefined) === (body.timestamp === undefined)) {
		refuse('DMS.00400062', 'One of message_offset and timestamp must be given.');
	}
	if ((body.timestamp ?? 0) < 0) refuse('DMS.00400142');
	if (group.members.length) refuse('DMS.00400062', `Group ${group.name} has consumers online.`);
	if (body.topic) {
		resetTopic(instance, group, topicOf(instance, body.topic), body);
	} else {
		startJob(context, instance, { name: RESET_TASK, params: { group: group.name } }, () => {
			resetKnown(instance, group, body);
			return true;
		});
	}
	return empty();
};

const isMeant = (body: ResetBody, partition: number) =>
	body.partition === ALL_PARTITIONS || body.partition === partition;

const targetOf = (body: ResetBody, log: PartitionLog) =>
	body.message_offset === undefined
		? offsetAt(log, body.timestamp ?? 0)
		: clampOffset(log, body.message_offset);

function resetTopic(instance: Instance, group: Group, topic: Topic, body: ResetBody): void {
	if (body.partition !== ALL_PARTITIONS) logOf(instance, topic, body.partition);
	for (const [partition, log] of logsOf(instance, topic).entries()) {
		if (isMeant(body, partition)) commit(group, topic.name, partition, targetOf(body, log));
	}
}

/** Resets the offsets the group has. */
function resetKnown(instance: Instance, group: Group, body: ResetBody): void {
	for (const { topic: name, partition } of progressOf(instance, group)) {
		const topic = instance.topics.find((candidate) => candidate.name === name);
		if (!topic || !isMeant(body, partition)) continue;
		commit(group, name, partition, targetOf(body, logsOf(instance, topic)[partition]));
	}
}

/** Deletes a group's offsets of topics (5.5.10). Always 200 with a result per topic. */
export const DeleteConsumerGroupOffsets: Handler = (request, context) => {
	const { topics = [] } = request.body as { topics?: string[] };
	const instance = context.runningInstance();
	const group = groupOf(instance, request.path.group);
	const results = topics.map((name) => {
		if (!instance.topics.some((topic) => topic.name === name)) {
			return { name, success: false, error_code: 'DMS.00400975' };
		}
		if (subscribes(group, name)) return { name, success: false, error_code: 'DMS.00400882' };
		group.offsets = group.offsets.filter((offset) => offset.topic !== name);
		return { name, success: true };
	});
	return json(200, { topics: results });
};
