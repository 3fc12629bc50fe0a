import { success } from '../answers/errors';
import { groupRecord, stateOf, subscribes } from '../answers/groupRecord';
import { accepted, done } from '../answers/outcome';
import { timeText } from '../answers/time';
import { startFlow } from '../model/lifecycle';
import { page, type Paging } from '../requests/checks';
import { topicOf, usableTopic, type TencentHandler } from '../requests/context';
import { applySettings, checkWhiteList, type TopicSettings } from '../requests/topicSettings';

interface TopicBody {
	InstanceId: string;
	TopicName: string;
}

/** Changes a topic at once; another number of replicas is placed by a flow. */
export const ModifyTopicAttributes: TencentHandler = (request, context) => {
	const { InstanceId, TopicName, ...given } = request.body as TopicBody & TopicSettings;
	const { state, now } = context;
	const instance = context.running(InstanceId);
	const topic = usableTopic(instance, TopicName);
	const before = topic.replicas;
	applySettings(instance, topic, given);
	topic.modifiedAt = now;
	const replicas = topic.replicas;
	if (replicas === before) return done(context, instance, request.action);
	topic.replicas = before;
	const flow = startFlow(state, instance, now, {
		operation: request.action,
		work: () => {
			topic.replicas = replicas;
		},
	});
	return accepted(flow);
};

/** Adds IPs to the white list; whether it is on stays as it is. */
export const CreateTopicIpWhiteList: TencentHandler = (request, context) => {
	const body = request.body as TopicBody & { IpWhiteList: string[] };
	const instance = context.running(body.InstanceId);
	const topic = usableTopic(instance, body.TopicName);
	const all = [...new Set([...topic.ipWhiteList, ...body.IpWhiteList])];
	checkWhiteList(all);
	topic.ipWhiteList = all;
	return done(context, instance, request.action);
};

/** Producers connected to a topic. */
export const DescribeTopicProduceConnection: TencentHandler = (request, context) => {
	const { InstanceId, TopicName } = request.body as TopicBody;
	const { producers } = topicOf(context.readable(InstanceId), TopicName);
	const Result = producers.map(({ address, connectedAt }) => ({
		IpAddr: address,
		Time: timeText(connectedAt),
		IsUnSupportVersion: false,
	}));
	return success({ Result });
};

/** Groups of a topic; Status 0 and no groups while they are being collected. */
export const DescribeTopicSubscribeGroup: TencentHandler = (request, context) => {
	const body = request.body as TopicBody & Paging;
	const instance = context.readable(body.InstanceId);
	const topic = topicOf(instance, body.TopicName);
	topic.subscribersFrom ??= context.now + instance.durations.subscribers;
	if (topic.subscribersFrom > context.now) {
		return success({ Result: { TotalCount: 0, StatusCountInfo: '{}', Status: 0 } });
	}
	const found = instance.groups.filter((group) => subscribes(group, topic.name));
	const count = (state: string) => found.filter((group) => stateOf(group) === state).length;
	const Result = {
		TotalCount: found.length,
		StatusCountInfo: JSON.stringify({ Stable: count('Stable'), Empty: count('Empty') }),
		GroupsInfo: page(found, body, 20).map(groupRecord),
		Status: 1,
	};
	return success({ Result });
};
