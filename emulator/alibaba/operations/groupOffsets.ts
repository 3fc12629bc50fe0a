import { clampOffset, commit, offsetAt, type PartitionLog } from '../../core/kafkaLog';
import { refuse } from '../answers/errors';
import type { Topic } from '../model/contents';
import { cut } from '../model/names';
import { logsOf } from '../model/partitions';
import { topicsOf } from '../model/progress';
import type { Handler } from '../requests/context';
import { groupOf, topicOf } from '../requests/find';

/** How long committed offsets are kept (kafka.offsets.retention.minutes by default). */
const RETENTION_MS = 7 * 24 * 3_600_000;
const NEWEST = -1;
const OLDEST = -2;

interface ResetParameters {
	ConsumerId: string;
	/** Empty: all topics the group reads. */
	Topic: string;
	ResetType?: 'timestamp' | 'offset';
	Time?: string;
	Offsets?: string;
}

interface Target {
	topic: Topic;
	partition: number;
	offset: number;
}

/** Resets a group's offsets to a time or to an offset a partition; it takes effect a little later. */
export const UpdateConsumerOffset: Handler = (request, context) => {
	const given = request.parameters as unknown as ResetParameters;
	const instance = context.workingInstance();
	const group = groupOf(instance, cut(given.ConsumerId));
	if (group.active) refuse('BIZ_CONSUMER_GROUP_ACTIVE_ERROR', group.name);
	const topics = given.Topic ? [topicOf(instance, cut(given.Topic))] : topicsOf(instance, group);
	const targets =
		given.ResetType === 'offset'
			? byOffset(given, topics)
			: byTime(readTime(given.Time, context.now), topics);
	instance.agenda.plan(context.now + instance.durations.offsetReset, () => {
		for (const { topic, partition, offset } of targets)
			commit(group, topic.name, partition, offset);
	});
	return context.success();
};

function readTime(text: string | undefined, now: number): number {
	if (text === undefined) refuse('BIZ_PARAM_EMPTY', 'Time');
	const time = Number(text);
	const fits = time === NEWEST || time === OLDEST || (time >= now - RETENTION_MS && time <= now);
	if (!fits) refuse('InvalidParameter.Range', 'Time is -1, -2 or within the last seven days.');
	return time;
}

function byTime(time: number, topics: Topic[]): Target[] {
	const offsetOf = (log: PartitionLog) => {
		if (time === NEWEST) return log.endOffset;
		return time === OLDEST ? log.startOffset : offsetAt(log, time);
	};
	return topics.flatMap((topic) =>
		logsOf(topic).map((log, partition) => ({ topic, partition, offset: offsetOf(log) })),
	);
}

function byOffset({ Topic: name, Offsets }: ResetParameters, topics: Topic[]): Target[] {
	if (!name) refuse('BIZ_PARAM_EMPTY', 'A reset by offset needs a topic.');
	const given = JSON.parse(Offsets ?? '[]') as Array<{ Partition?: number; Offset?: number }>;
	if (!given.length) refuse('BIZ_PARAM_EMPTY', 'Offsets');
	const [topic] = topics;
	return given.map(({ Partition: partition = 0, Offset: offset = 0 }) => {
		const log = logsOf(topic)[partition];
		if (!log) refuse('InvalidParameter.Range', `${topic.name} has no partition ${partition}.`);
		const inside = offset === clampOffset(log, offset);
		if (!inside)
			refuse('InvalidParameter.Range', `Partition ${partition} has no offset ${offset}.`);
		return { topic, partition, offset };
	});
}
