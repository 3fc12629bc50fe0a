import { fail } from '../answers/errors';
import { groupQuota, wrapped } from '../answers/instanceRecord';
import { newGroup } from '../model/defaults';
import { cut, MAX_GROUP_NAME } from '../model/names';
import { progressIn, topicsOf } from '../model/progress';
import type { AlibabaHandler } from '../requests/context';
import { groupOf } from '../requests/find';

/** Creates a consumer group. */
export const CreateConsumerGroup: AlibabaHandler = (request, context) => {
	const given = request.parameters as { ConsumerId: string; Remark?: string };
	const instance = context.workingInstance();
	const name = cut(given.ConsumerId, MAX_GROUP_NAME);
	if (instance.groups.some((group) => group.name === name)) {
		fail('BIZ_SUBSCRIPTION_ALREADY_EXISTS', name);
	}
	if (instance.groups.length >= groupQuota(instance)) fail('BIZ_SUBSCRIPTION_TOO_MUCH');
	instance.groups.push(newGroup({ name, remark: given.Remark ?? '' }));
	return context.success();
};

/** Consumer groups of an instance by name, not paged. */
export const GetConsumerList: AlibabaHandler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId?: string };
	const instance = context.workingInstance();
	const { rules } = context.state;
	const groups = instance.groups
		.filter((group) => !ConsumerId || group.name === ConsumerId)
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((group) => ({
			ConsumerId: group.name,
			InstanceId: instance.id,
			RegionId: instance.region,
			Remark: group.remark,
			Tags: wrapped(rules, 'TagVO', group.tags),
		}));
	return context.success({ ConsumerList: wrapped(rules, 'ConsumerVO', groups) });
};

/** How far a group is in each topic. */
export const GetConsumerProgress: AlibabaHandler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId: string };
	const instance = context.workingInstance();
	const group = groupOf(instance, ConsumerId);
	const topics = topicsOf(instance, group).map((topic) => progressIn(instance, group, topic));
	return context.success({
		ConsumerProgress: {
			TotalDiff: topics.reduce((sum, topic) => sum + topic.TotalDiff, 0),
			LastTimestamp: topics.length ? Math.max(...topics.map((t) => t.LastTimestamp)) : 0,
			TopicList: { TopicList: topics },
		},
	});
};

/** Deletes a consumer group without consumers. */
export const DeleteConsumerGroup: AlibabaHandler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId: string };
	const instance = context.workingInstance();
	const group = groupOf(instance, ConsumerId);
	if (group.active) fail('BIZ_CONSUMER_GROUP_ACTIVE_ERROR', group.name);
	instance.groups = instance.groups.filter((other) => other !== group);
	return context.success();
};
