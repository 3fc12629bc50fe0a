import { success } from '../answers/errors';
import { groupRecord, stateOf } from '../answers/groupRecord';
import { timeText } from '../answers/time';
import { topicAttributes, topicRecord } from '../answers/topicRecord';
import { topicsOf } from '../model/aclRules';
import { BROKERS } from '../model/catalogue';
import type { Group, Topic } from '../model/contents';
import { subscribes } from '../model/progress';
import { matches, page, type Paging } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { topicOf } from '../requests/find';

interface ListBody extends Paging {
	InstanceId: string;
	SearchWord?: string;
	AclRuleName?: string;
}

/** Topics that are listed by now, narrowed by the preset ACL rule. */
function listed(body: ListBody, context: Context): Topic[] {
	const instance = context.workingInstance(body.InstanceId);
	const topics = instance.topics.filter((topic) => topic.listedFrom <= context.now);
	if (!body.AclRuleName) return topics;
	const rule = instance.aclRules.find(({ name }) => name === body.AclRuleName);
	return rule ? topics.filter((topic) => topicsOf(instance, rule).includes(topic)) : [];
}

/** Topics in short form. */
export const DescribeTopic: Handler = (request, context) => {
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
export const DescribeTopicDetail: Handler = (request, context) => {
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
export const DescribeTopicAttributes: Handler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const instance = context.workingInstance(InstanceId);
	return success({ Result: topicAttributes(instance, topicOf(instance, TopicName)) });
};

/** Producers connected to a topic. */
export const DescribeTopicProduceConnection: Handler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const { producers } = topicOf(context.workingInstance(InstanceId), TopicName);
	const Result = producers.map(({ address, connectedAt }) => ({
		IpAddr: address,
		Time: timeText(connectedAt),
		IsUnSupportVersion: false,
	}));
	return success({ Result });
};

/** `1 Empty, 1 Stable` */
const countedStates = (groups: Group[]): string =>
	(['Empty', 'Stable'] as const)
		.map((state) => [groups.filter((group) => stateOf(group) === state).length, state] as const)
		.filter(([count]) => count > 0)
		.map(([count, state]) => `${count} ${state}`)
		.join(', ');

/** Groups of a topic; Status 0 and no groups while they are being collected. */
export const DescribeTopicSubscribeGroup: Handler = (request, context) => {
	const body = request.body as TopicBody & Paging;
	const instance = context.workingInstance(body.InstanceId);
	const topic = topicOf(instance, body.TopicName);
	topic.subscribersFrom ??= context.now + instance.durations.subscribers;
	if (topic.subscribersFrom > context.now) {
		return success({ Result: { TotalCount: 0, StatusCountInfo: '', Status: 0 } });
	}
	const found = instance.groups.filter((group) => subscribes(group, topic.name));
	const Result = {
		TotalCount: found.length,
		StatusCountInfo: countedStates(found),
		GroupsInfo: page(found, body, 20).map((group) => groupRecord(group)),
		Status: 1,
	};
	return success({ Result });
};

interface ReplicaBody extends TopicBody, Paging {
	OutOfSyncReplicaOnly?: boolean;
}

const FIRST_BROKER = 150_032;

/** Leader, replicas, and offsets of each partition; every replica is in sync. */
export const DescribeTopicSyncReplica: Handler = (request, context) => {
	const body = request.body as ReplicaBody;
	const instance = context.workingInstance(body.InstanceId);
	const topic = topicOf(instance, body.TopicName);
	const all = topic.logs.map((log, partition) => {
		const brokers = Array.from(
			{ length: topic.replicas },
			(_, at) => FIRST_BROKER + ((partition + at) % BROKERS),
		);
		return {
			Partition: `partition-${partition}`,
			Leader: brokers[0],
			Replica: brokers.join(','),
			InSyncReplica: brokers.filter((id) => !instance.laggingBrokers.includes(id)).join(','),
			BeginOffset: log.messages[0]?.offset ?? log.endOffset,
			EndOffset: log.endOffset,
			MessageCount: log.messages.length,
			OutOfSyncReplica: brokers.filter((id) => instance.laggingBrokers.includes(id)).join(','),
		};
	});
	const found = all.filter((one) => !body.OutOfSyncReplicaOnly || one.OutOfSyncReplica !== '');
	const TopicInSyncReplicaList = page(found, body, 20);
	return success({ Result: { TopicInSyncReplicaList, TotalCount: found.length } });
};
