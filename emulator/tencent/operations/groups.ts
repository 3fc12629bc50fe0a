import { decline, refuse, refuseMissing, success } from '../answers/errors';
import { deadGroup, groupRecord, stateOf } from '../answers/groupRecord';
import { done } from '../answers/outcome';
import type { Group } from '../model/contents';
import { newGroup } from '../model/defaults';
import type { Instance } from '../model/instance';
import { arrives, leaves, listed } from '../model/listing';
import { topicsOfGroup } from '../model/progress';
import { GROUP_QUOTA } from '../model/quotas';
import { checkFilled, checkFree, matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';
import { groupOf, usableTopic } from '../requests/find';

interface CreateBody {
	InstanceId: string;
	GroupName: string;
	TopicName?: string;
	TopicNameList?: string[];
}

/** Creates a group for topics that exist, with offset 0 in all their partitions. */
export const CreateConsumer: Handler = (request, context) => {
	const { InstanceId, GroupName: name, TopicName, TopicNameList } = request.body as CreateBody;
	const instance = context.runningInstance(InstanceId);
	checkFilled('GroupName', name);
	const names = [...new Set([...(TopicName ? [TopicName] : []), ...(TopicNameList ?? [])])];
	if (!names.length) refuseMissing('TopicName');
	const topics = names.map((topic) => usableTopic(instance, topic));
	checkFree('consumer group', name, instance.groups);
	if (instance.groups.length >= GROUP_QUOTA) {
		refuse('LimitExceeded', `The instance may have ${GROUP_QUOTA} consumer groups.`);
	}
	const offsets = topics.flatMap((topic) =>
		topic.logs.map((_, partition) => ({ topic: topic.name, partition, offset: 0 })),
	);
	const group = newGroup({ name, offsets });
	instance.groups.push(group);
	arrives(instance, 'groups', group, context.now);
	return done(context.state, instance, request.operation);
};

interface ListBody extends Paging {
	InstanceId: string;
	SearchWord?: string;
	Filters?: Array<{ Name: 'GroupState'; Values: string[] }>;
}

/** Groups in short form; the state filter works from version 2.8 on. */
export const DescribeGroup: Handler = (request, context) => {
	const body = request.body as ListBody;
	const instance = context.workingInstance(body.InstanceId);
	const filters = /^(2\.8|3\.)/.test(instance.version) ? (body.Filters ?? []) : [];
	const found = listed(instance, 'groups', context.now)
		.filter((group) => matches(group.name, body.SearchWord))
		.filter((group) => filters.every(({ Values }) => Values.includes(stateOf(group))));
	const GroupList = page(found, body, 20).map((group) => ({
		Group: group.name,
		Protocol: 'consumer',
	}));
	const Result = { TotalCount: found.length, GroupList, GroupCountQuota: GROUP_QUOTA };
	return success({ Result });
};

/** The named groups; one that does not exist is Dead. */
export const DescribeGroupInfo: Handler = (request, context) => {
	const { InstanceId, GroupList } = request.body as { InstanceId: string; GroupList: string[] };
	const { groups } = context.workingInstance(InstanceId);
	const Result = GroupList.map((name) => {
		const group = groups.find((candidate) => candidate.name === name);
		return group ? groupRecord(group, '/') : deadGroup(name);
	});
	return success({ Result });
};

interface SubscriptionBody extends Paging {
	InstanceId: string;
	GroupName?: string;
	TopicName?: string;
}

/** Groups with the topics, partitions and offsets they have. */
export const DescribeConsumerGroup: Handler = (request, context) => {
	const body = request.body as SubscriptionBody;
	const instance = context.workingInstance(body.InstanceId);
	const found = instance.groups.filter(({ name }) => !body.GroupName || name === body.GroupName);
	const shown = page(found, body, 50);
	const wanted = (topic: string) => !body.GroupName || !body.TopicName || topic === body.TopicName;
	const topicsOf = (group: Group) => topicsOfGroup(instance, group).filter(wanted);
	const names = new Set(shown.flatMap(topicsOf));
	const topics = instance.topics.filter((topic) => names.has(topic.name));
	const TopicList = topics.map((topic) => ({ TopicId: topic.id, TopicName: topic.name }));
	const partitions = [...new Set(topics.flatMap((topic) => [...topic.logs.keys()]))];
	const Result = {
		TotalCount: found.length,
		TopicList,
		GroupList: shown.map((group) => ({
			ConsumerGroupName: group.name,
			SubscribedInfo: topicsOf(group).map((name) => subscription(instance, group, name)),
		})),
		TotalPartition: topics.reduce((sum, topic) => sum + topic.partitions, 0),
		PartitionListForMonitor: partitions.map((PartitionId) => ({ PartitionId })),
		TotalTopic: topics.length,
		TopicListForMonitor: TopicList,
		GroupListForMonitor: shown.map((group) => ({ GroupName: group.name })),
	};
	return success({ Result });
};

function subscription(instance: Instance, group: Group, topic: string): Record<string, unknown> {
	const offsets = group.offsets.filter((offset) => offset.topic === topic);
	return {
		TopicName: topic,
		TopicId: instance.topics.find(({ name }) => name === topic)?.id,
		Partition: offsets.map(({ partition }) => partition),
		PartitionOffset: offsets.map(({ partition, offset }) => ({
			Partition: String(partition),
			Offset: offset,
		})),
	};
}

/** Deletes a group; one with consumers is refused by the ReturnCode. */
export const DeleteGroup: Handler = (request, context) => {
	const body = request.body as { InstanceId: string; Group: string };
	const instance = context.runningInstance(body.InstanceId);
	const group = groupOf(instance, body.Group);
	if (group.members.length) decline(`The consumer group ${group.name} has consumers.`);
	instance.groups = instance.groups.filter((other) => other !== group);
	leaves(instance, 'groups', group, context.now);
	return done(context.state, instance, request.operation);
};
