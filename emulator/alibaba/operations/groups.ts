import { refuse } from '../answers/errors';
import { groupRecord, progressRecord } from '../answers/groupRecord';
import { wrapped } from '../answers/lists';
import { newGroup } from '../model/defaults';
import { linger, listed } from '../model/lingering';
import { cut, MAX_GROUP_NAME, MAX_SERVERLESS_NAME } from '../model/names';
import { topicsOf } from '../model/progress';
import { groupQuota } from '../model/quotas';
import { isServerless } from '../model/series';
import type { Handler } from '../requests/context';
import { groupOf } from '../requests/find';

/** Creates a consumer group. */
export const CreateConsumerGroup: Handler = (request, context) => {
	const given = request.parameters as { ConsumerId: string; Remark?: string };
	const instance = context.workingInstance();
	const name = cut(given.ConsumerId, isServerless(instance) ? MAX_SERVERLESS_NAME : MAX_GROUP_NAME);
	if (instance.groups.some((group) => group.name === name)) {
		refuse('BIZ_SUBSCRIPTION_ALREADY_EXISTS', name);
	}
	if (instance.groups.length >= groupQuota(instance)) refuse('BIZ_SUBSCRIPTION_TOO_MUCH');
	const { lingering } = instance;
	lingering.groups = lingering.groups.filter(({ thing }) => thing.name !== name);
	const listedFrom = context.now + instance.durations.partListed;
	instance.groups.push(newGroup({ name, remark: given.Remark ?? '', listedFrom }));
	return context.success();
};

/** Consumer groups of an instance by name, not paged. */
export const GetConsumerList: Handler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId?: string };
	const instance = context.workingInstance();
	const { rules } = context.state;
	const groups = listed(instance.groups, instance.lingering.groups, context.now)
		.filter((group) => !ConsumerId || group.name === ConsumerId)
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((group) => groupRecord(instance, group, rules));
	return context.success({ ConsumerList: wrapped(rules, 'ConsumerVO', groups) });
};

/** How far a group is in each topic. */
export const GetConsumerProgress: Handler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId: string };
	const instance = context.workingInstance();
	const group = groupOf(instance, ConsumerId);
	const topics = topicsOf(instance, group).map((topic) => progressRecord(instance, group, topic));
	return context.success({
		ConsumerProgress: {
			TotalDiff: topics.reduce((sum, topic) => sum + topic.TotalDiff, 0),
			LastTimestamp: topics.length ? Math.max(...topics.map((t) => t.LastTimestamp)) : 0,
			TopicList: { TopicList: topics },
		},
	});
};

/** Deletes a consumer group without consumers, which stays listed for a moment. */
export const DeleteConsumerGroup: Handler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId: string };
	const instance = context.workingInstance();
	const group = groupOf(instance, ConsumerId);
	if (group.active) refuse('BIZ_CONSUMER_GROUP_ACTIVE_ERROR', group.name);
	instance.groups = instance.groups.filter((other) => other !== group);
	linger(instance.lingering.groups, [group], context.now + instance.durations.partDelete);
	return context.success();
};
