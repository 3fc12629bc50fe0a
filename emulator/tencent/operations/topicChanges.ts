import { forgetTopic } from '../../core/kafkaLog';
import { Refusal, refuse, refuseValue, success } from '../answers/errors';
import { accepted, done } from '../answers/outcome';
import { BROKERS } from '../model/catalogue';
import type { Tag } from '../model/contents';
import { newTopic, topicConfig } from '../model/defaults';
import { startFlow } from '../model/flows';
import type { Instance } from '../model/instance';
import { setPartitions } from '../model/partitions';
import { usedPartitions } from '../model/quotas';
import { TOPIC_STATUS } from '../model/status';
import { checkFree } from '../requests/checks';
import type { Handler } from '../requests/context';
import { usableTopic } from '../requests/find';
import { applySettings, checkWhiteList, type TopicSettings } from '../requests/topicSettings';

interface CreateBody extends TopicSettings {
	InstanceId: string;
	TopicName: string;
	PartitionNum: number;
	ReplicaNum: number;
	Tags?: Tag[];
}

/** Creates a topic; preset ACL rules that are meant for new topics are given to it. */
export const CreateTopic: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const { state, now } = context;
	const instance = context.runningInstance(body.InstanceId);
	checkFree('topic', body.TopicName, instance.topics);
	if (body.ReplicaNum > BROKERS) refuseValue('ReplicaNum', `there are ${BROKERS} brokers`);
	if (instance.topics.length >= instance.topicQuota) {
		refuse('LimitExceeded', `The instance may have ${instance.topicQuota} topics.`);
	}
	checkPartitions(instance, body.PartitionNum);
	const topic = newTopic({
		name: body.TopicName,
		id: state.newId('topic'),
		partitions: body.PartitionNum,
		createdAt: now,
		listedFrom: now + instance.durations.topicListed,
		config: topicConfig(),
		aclRule: instance.aclRules.find((r) => r.patternType === 'PRESET' && r.applied)?.name ?? '',
	});
	applySettings(instance, topic, body);
	instance.topics.push(topic);
	return success({ Result: { TopicId: topic.id } });
};

/** Refuses what the instance has no partitions left for. */
function checkPartitions(instance: Instance, more: number): void {
	if (usedPartitions(instance) + more > instance.partitionQuota) {
		refuse('LimitExceeded', `The instance may have ${instance.partitionQuota} partitions.`);
	}
}

interface TopicBody {
	InstanceId: string;
	TopicName: string;
}

/** Changes a topic at once; another number of replicas is placed by a flow. */
export const ModifyTopicAttributes: Handler = (request, context) => {
	const { InstanceId, TopicName, ...given } = request.body as TopicBody & TopicSettings;
	const { state, now } = context;
	const instance = context.runningInstance(InstanceId);
	const topic = usableTopic(instance, TopicName);
	const before = topic.replicas;
	applySettings(instance, topic, given);
	topic.modifiedAt = now;
	const replicas = topic.replicas;
	if (replicas === before) return done(context.state, instance, request.operation);
	topic.replicas = before;
	const flow = startFlow(state, instance, now, {
		operation: request.operation,
		work: () => {
			topic.replicas = replicas;
		},
	});
	return accepted(context.state, flow);
};

interface ManyBody {
	InstanceId: string;
	Topic: Array<
		{ TopicName: string; PartitionNum?: number; UncleanLeaderElectionEnable?: boolean } & Omit<
			TopicSettings,
			'UncleanLeaderElectionEnable'
		>
	>;
}

/** Changes several topics; each says in the answer whether it worked. */
export const BatchModifyTopicAttributes: Handler = (request, context) => {
	const { InstanceId, Topic: topics } = request.body as ManyBody;
	const instance = context.runningInstance(InstanceId);
	const Result = topics.map(({ TopicName, ...given }) => {
		const problem = change(instance, TopicName, given, context.now);
		return {
			InstanceId,
			TopicName,
			ReturnCode: problem === undefined ? '0' : '10004',
			Message: problem ?? 'ok[apply success]',
		};
	});
	return success({ Result });
};

/** Changes one of several topics; what is wrong with it, if anything is. */
function change(
	instance: Instance,
	name: string,
	given: Omit<ManyBody['Topic'][number], 'TopicName'>,
	now: number,
): string | undefined {
	const topic = instance.topics.find((one) => one.name === name);
	if (topic?.status !== TOPIC_STATUS.normal) return `topic ${name} does not exist`;
	const { PartitionNum: partitions = topic.partitions, UncleanLeaderElectionEnable: unclean } =
		given;
	if (partitions < topic.partitions) return 'the number of partitions only grows';
	if ((given.ReplicaNum ?? 1) > BROKERS) return `there are ${BROKERS} brokers`;
	try {
		applySettings(instance, topic, {
			...given,
			UncleanLeaderElectionEnable: unclean === undefined ? undefined : Number(unclean),
		});
	} catch (error) {
		if (error instanceof Refusal) return error.text;
		throw error;
	}
	setPartitions(topic, partitions);
	topic.modifiedAt = now;
	return undefined;
}

/** Adds IPs to the white list; whether it is on stays as it is. */
export const CreateTopicIpWhiteList: Handler = (request, context) => {
	const body = request.body as TopicBody & { IpWhiteList: string[] };
	const instance = context.runningInstance(body.InstanceId);
	const topic = usableTopic(instance, body.TopicName);
	const all = [...new Set([...topic.ipWhiteList, ...body.IpWhiteList])];
	checkWhiteList(all);
	topic.ipWhiteList = all;
	return done(context.state, instance, request.operation);
};

/** Raises the partitions to a new total, by a flow. */
export const CreatePartition: Handler = (request, context) => {
	const { InstanceId, TopicName, PartitionNum } = request.body as CreateBody;
	const instance = context.runningInstance(InstanceId);
	const topic = usableTopic(instance, TopicName);
	if (PartitionNum <= topic.partitions) {
		refuseValue('PartitionNum', `it must be above the present ${topic.partitions}`);
	}
	checkPartitions(instance, PartitionNum - topic.partitions);
	const flow = startFlow(context.state, instance, context.now, {
		operation: request.operation,
		work: () => setPartitions(topic, Math.max(topic.partitions, PartitionNum)),
	});
	return accepted(context.state, flow);
};

/** Deletes a topic by a flow; it reads 2 (deleting) until it is gone. */
export const DeleteTopic: Handler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const instance = context.runningInstance(InstanceId);
	const topic = usableTopic(instance, TopicName);
	if (context.now - topic.createdAt < instance.durations.topicYoung) {
		const text = 'The topic was created less than 60 seconds ago and cannot be deleted yet.';
		refuse('UnsupportedOperation.FrequencyTopicDeleteOperate', text);
	}
	topic.status = TOPIC_STATUS.deleting;
	const flow = startFlow(context.state, instance, context.now, {
		operation: request.operation,
		duration: instance.durations.topicDelete,
		work: () => {
			instance.topics = instance.topics.filter((other) => other !== topic);
			forgetTopic(instance.groups, TopicName);
		},
		undo: () => {
			topic.status = TOPIC_STATUS.normal;
		},
	});
	return accepted(context.state, flow);
};
