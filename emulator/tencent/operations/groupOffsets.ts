import { clampOffset, commit, committed, offsetAt, type PartitionLog } from '../../core/kafkaLog';
import { decline, refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { accepted, done } from '../answers/outcome';
import type { Group, Topic } from '../model/contents';
import { startFlow } from '../model/flows';
import { topicsOfGroup } from '../model/progress';
import { matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';
import { groupOf, topicOf, usableTopic } from '../requests/find';

interface ListBody extends Paging {
	InstanceId: string;
	Group: string;
	Topics?: string[];
	SearchWord?: string;
}

/** Committed offsets, ends and lags by topic. */
export const DescribeGroupOffsets: Handler = (request, context) => {
	const body = request.body as ListBody;
	const instance = context.workingInstance(body.InstanceId);
	const group = groupOf(instance, body.Group);
	const found = topicsOfGroup(instance, group)
		.filter((name) => !body.Topics?.length || body.Topics.includes(name))
		.filter((name) => matches(name, body.SearchWord));
	const TopicList = page(found, body, 50).map((name) => ({
		Topic: name,
		Partitions: progress(group, topicOf(instance, name)),
	}));
	return success({ Result: { TotalCount: found.length, TopicList } });
};

function progress(group: Group, topic: Topic): Array<Record<string, unknown>> {
	return topic.logs.flatMap((log, partition) => {
		const known = committed(group, topic.name, partition);
		if (!known) return [];
		return {
			Partition: partition,
			Offset: known.offset,
			Metadata: '',
			ErrorCode: 0,
			LogEndOffset: log.endOffset,
			Lag: log.endOffset - clampOffset(log, known.offset),
		};
	});
}

interface ResetBody {
	InstanceId: string;
	Group: string;
	Strategy: 0 | 1 | 2;
	Topics: string[];
	Shift?: number;
	ShiftTimestamp?: number;
	Offset?: number;
	Partitions?: number[];
}

/** Where a partition of a group is to go. */
type Target = (log: PartitionLog, present: number) => number;

const EARLIEST = -2;
const LATEST = -1;

/** Moves offsets by a flow; a group with consumers is refused by the ReturnCode. */
export const ModifyGroupOffsets: Handler = (request, context) => {
	const body = request.body as ResetBody;
	const instance = context.runningInstance(body.InstanceId);
	const group = groupOf(instance, body.Group);
	const target = targetOf(body);
	if (!body.Topics.length) refuseMissing('Topics');
	const topics = body.Topics.map((name) => usableTopic(instance, name));
	const { Partitions: partitions = [] } = body;
	const beyond = partitions.find((id) => topics.every((topic) => !topic.logs[id]));
	if (beyond !== undefined) refuseValue('Partitions', `there is no partition ${beyond}`);
	if (group.members.length) decline(`The consumer group ${group.name} has consumers.`);
	const flow = startFlow(context.state, instance, context.now, {
		operation: request.operation,
		// The example says at once that it is done.
		...(context.state.rules.flows === 'printed' && { duration: 0 }),
		work: () => topics.forEach((topic) => move(group, topic, partitions, target)),
	});
	return accepted(context.state, flow);
};

interface PartitionsBody {
	InstanceId: string;
	GroupName: string;
	TopicName?: string[];
	Partitions: Array<{ Partition: number; Offset: number }>;
}

/** Sets the offset of each partition named, of all these topics, or of all of the group. */
export const BatchModifyGroupOffsets: Handler = (request, context) => {
	const body = request.body as PartitionsBody;
	const instance = context.runningInstance(body.InstanceId);
	const group = groupOf(instance, body.GroupName);
	const names = body.TopicName?.length ? body.TopicName : topicsOfGroup(instance, group);
	const topics = names.map((name) => usableTopic(instance, name));
	const beyond = body.Partitions.find(({ Partition }) =>
		topics.some((topic) => !topic.logs[Partition]),
	);
	if (beyond) refuseValue('Partitions', `there is no partition ${beyond.Partition}`);
	if (group.members.length) decline(`The consumer group ${group.name} has consumers.`);
	for (const topic of topics) {
		for (const { Partition, Offset } of body.Partitions) {
			commit(group, topic.name, Partition, clampOffset(topic.logs[Partition], Offset));
		}
	}
	return done(context.state, instance, request.operation);
};

/** Removes the offsets of a topic from a group without consumers. */
export const DeleteGroupSubscribeTopic: Handler = (request, context) => {
	const body = request.body as { InstanceId: string; Group: string; Topic: string };
	const instance = context.runningInstance(body.InstanceId);
	const group = groupOf(instance, body.Group);
	if (group.members.length) {
		refuse('FailedOperation', `The consumer group ${group.name} is not empty.`);
	}
	const rest = group.offsets.filter(({ topic }) => topic !== body.Topic);
	if (rest.length === group.offsets.length) {
		refuse('FailedOperation', `The group has no offsets of topic ${body.Topic}.`);
	}
	group.offsets = rest;
	return done(context.state, instance, request.operation);
};

function targetOf({ Strategy, Shift, ShiftTimestamp: time, Offset }: ResetBody): Target {
	switch (Strategy) {
		case 0:
			if (Shift === undefined) refuseMissing('Shift');
			return (_log, present) => present + Shift;
		case 1:
			if (time === undefined) refuseMissing('ShiftTimestamp');
			if (time === EARLIEST) return () => 0;
			return (log) => (time === LATEST ? log.endOffset : offsetAt(log, time));
		default:
			if (Offset === undefined) refuseMissing('Offset');
			return () => Offset;
	}
}

function move(group: Group, topic: Topic, partitions: number[], target: Target): void {
	for (const [partition, log] of topic.logs.entries()) {
		if (partitions.length && !partitions.includes(partition)) continue;
		const known = committed(group, topic.name, partition);
		const wanted = target(log, known?.offset ?? 0);
		commit(group, topic.name, partition, clampOffset(log, wanted));
	}
}
