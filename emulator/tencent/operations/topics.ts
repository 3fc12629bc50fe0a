import { topicsOf } from '../answers/aclRuleRecord';
import { refuse, refuseValue, success } from '../answers/errors';
import { usedPartitions } from '../answers/instanceRecord';
import { accepted } from '../answers/outcome';
import { topicAttributes, topicRecord } from '../answers/topicRecord';
import { BROKERS } from '../model/catalogue';
import { newTopic, setPartitions, topicConfig } from '../model/defaults';
import { TOPIC_STATUS, type Instance, type Tag, type Topic } from '../model/instance';
import { startFlow } from '../model/lifecycle';
import { checkFree, matches, page, type Paging } from '../requests/checks';
import {
	topicOf,
	usableTopic,
	type TencentContext,
	type TencentHandler,
} from '../requests/context';
import { applySettings, type TopicSettings } from '../requests/topicSettings';

interface CreateBody extends TopicSettings {
	InstanceId: string;
	TopicName: string;
	PartitionNum: number;
	ReplicaNum: number;
	Tags?: Tag[];
}

/** Creates a topic; preset ACL rules that are meant for new topics are given to it. */
export const CreateTopic: TencentHandler = (request, context) => {
	const body = request.body as CreateBody;
	const { state, now } = context;
	const instance = context.running(body.InstanceId);
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

interface ListBody extends Paging {
	InstanceId: string;
	SearchWord?: string;
	AclRuleName?: string;
}

/** Topics that are listed by now, narrowed by the preset ACL rule. */
function listed(body: ListBody, context: TencentContext): Topic[] {
	const instance = context.readable(body.InstanceId);
	const topics = instance.topics.filter((topic) => topic.listedFrom <= context.now);
	if (!body.AclRuleName) return topics;
	const rule = instance.aclRules.find(({ name }) => name === body.AclRuleName);
	return rule ? topics.filter((topic) => topicsOf(instance, rule).includes(topic)) : [];
}

/** Topics in short form. */
export const DescribeTopic: TencentHandler = (request, context) => {
	const body = request.body as ListBody;
	const found = listed(body, context).filter(({ name }) => matches(name, body.SearchWord));
	const TopicList = page(found, body, 20).map((topic) => ({
		TopicId: topic.id,
		TopicName: topic.name,
		Note: topic.note,
	}));
	return success({ Result: { TopicList, TotalCount: found.length } });
};

interface DetailBody extends ListBody {
	OrderBy?: 'PartitionNum' | 'CreateTime';
	OrderType?: 0 | 1;
	Filters?: Array<{ Name: 'ReplicaNum'; Values: string[] }>;
	SearchWordIgnoreCaseFlag?: boolean;
}

/** Topics in full; the newest first unless an order is asked for. */
export const DescribeTopicDetail: TencentHandler = (request, context) => {
	const body = request.body as DetailBody;
	const { Filters = [], SearchWord = '', SearchWordIgnoreCaseFlag: anyCase } = body;
	const fold = (text: string) => (anyCase ? text.toLowerCase() : text);
	const found = listed(body, context)
		.filter(({ name }) => matches(fold(name), fold(SearchWord)))
		.filter(({ replicas }) => Filters.every(({ Values }) => Values.includes(String(replicas))));
	const TopicList = page(ordered(found, body), body, 20).map(topicRecord);
	return success({ Result: { TopicList, TotalCount: found.length } });
};

function ordered(topics: Topic[], { OrderBy, OrderType }: DetailBody): Topic[] {
	const value = (topic: Topic) => (OrderBy === 'PartitionNum' ? topic.partitions : topic.createdAt);
	const ascending = [...topics].sort((a, b) => value(a) - value(b));
	const descending = OrderType === 1 || (OrderBy === undefined && OrderType === undefined);
	return descending ? ascending.reverse() : ascending;
}

interface TopicBody {
	InstanceId: string;
	TopicName: string;
}

/** One topic in full, with its partitions and rules. */
export const DescribeTopicAttributes: TencentHandler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const instance = context.readable(InstanceId);
	return success({ Result: topicAttributes(instance, topicOf(instance, TopicName)) });
};

/** Raises the partitions to a new total, by a flow. */
export const CreatePartition: TencentHandler = (request, context) => {
	const { InstanceId, TopicName, PartitionNum } = request.body as CreateBody;
	const instance = context.running(InstanceId);
	const topic = usableTopic(instance, TopicName);
	if (PartitionNum <= topic.partitions) {
		refuseValue('PartitionNum', `it must be above the present ${topic.partitions}`);
	}
	checkPartitions(instance, PartitionNum - topic.partitions);
	const flow = startFlow(context.state, instance, context.now, {
		operation: request.action,
		work: () => setPartitions(topic, Math.max(topic.partitions, PartitionNum)),
	});
	return accepted(flow);
};

/** Deletes a topic by a flow; it reads 2 (deleting) until it is gone. */
export const DeleteTopic: TencentHandler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const instance = context.running(InstanceId);
	const topic = usableTopic(instance, TopicName);
	topic.status = TOPIC_STATUS.deleting;
	const flow = startFlow(context.state, instance, context.now, {
		operation: request.action,
		duration: instance.durations.topicDelete,
		work: () => {
			instance.topics = instance.topics.filter((other) => other !== topic);
			for (const group of instance.groups) {
				group.offsets = group.offsets.filter((offset) => offset.topic !== TopicName);
			}
		},
		undo: () => {
			topic.status = TOPIC_STATUS.normal;
		},
	});
	return accepted(flow);
};
