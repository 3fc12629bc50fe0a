import { refuse } from '../answers/errors';
import { groupRecord, progressRecord } from '../answers/groupRecord';
import { wrapped } from '../answers/lists';
import { newGroup } from '../model/defaults';
import { linger, listed } from '../model/lingering';
import { cut, MAX_GROUP_NAME, MAX_SERVERLESS_NAME } from '../model/names';
import type { Tag } from '../model/contents';
import { tagsOf } from '../model/tags';
import { topicsOf } from '../model/progress';
import { groupQuota } from '../model/quotas';
import { isServerless } from '../model/series';
import type { Handler } from '../requests/context';
import { groupOf } from '../requests/find';

/** Creates a consumer group. */
export const CreateConsumerGroup: Handler = (request, context) => {
	const given = request.parameters as {
		ConsumerId: string;
		Remark?: string;
		Tag?: Array<Partial<Tag>>;
	};
	const instance = context.workingInstance();
	const name = cut(given.ConsumerId, isServerless(instance) ? MAX_SERVERLESS_NAME : MAX_GROUP_NAME);
	if (instance.groups.some((group) => group.name === name)) {
		refuse('BIZ_SUBSCRIPTION_ALREADY_EXISTS', name);
	}
	if (instance.groups.length >= groupQuota(instance)) refuse('BIZ_SUBSCRIPTION_TOO_MUCH');
	const { lingering } = instance;
	lingering.groups = lingering.groups.filter(({ thing }) => thing.name !== name);
	const listedFrom = context.now + instance.durations.partListed;
	instance.groups.push(
		newGroup({ name, remark: given.Remark ?? '', tags: tagsOf(given.Tag), listedFrom }),
	);
	return context.success();
};

/** Consumer groups of an instance by name; all of them where no page is asked for. */
export const GetConsumerList: Handler = (request, context) => {
	const given = request.parameters as {
		ConsumerId?: string;
		CurrentPage?: number;
		PageSize?: number;
	};
	const { ConsumerId, CurrentPage = 1, PageSize } = given;
	const instance = context.workingInstance();
	const { rules } = context.state;
	const groups = listed(instance.groups, instance.lingering.groups, context.now)
		.filter((group) => !ConsumerId || group.name === ConsumerId)
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.map((group) => groupRecord(instance, group, rules));
	if (PageSize === undefined) {
		return context.success({ ConsumerList: wrapped(rules, 'ConsumerVO', groups) });
	}
	const page = groups.slice((CurrentPage - 1) * PageSize, CurrentPage * PageSize);
	const ConsumerList = wrapped(rules, 'ConsumerVO', page);
	return context.success({ CurrentPage, PageSize, Total: groups.length, ConsumerList });
};

/** How far a group is in each topic. */
export const GetConsumerProgress: Handler = (request, context) => {
	const given = request.parameters as { ConsumerId: string; HideLastTimestamp?: boolean };
	const instance = context.workingInstance();
	const group = groupOf(instance, given.ConsumerId);
	const hidden = given.HideLastTimestamp === true;
	const topics = topicsOf(instance, group).map((topic) =>
		progressRecord(instance, group, topic, hidden),
	);
	return context.success({
		ConsumerProgress: {
			state: group.active ? 'STABLE' : 'EMPTY',
			RebalanceInfoList: { RebalanceInfoList: group.rebalances },
			TotalDiff: topics.reduce((sum, topic) => sum + topic.TotalDiff, 0),
			LastTimestamp: topics.length ? Math.max(...topics.map((t) => t.LastTimestamp)) : 0,
			TopicList: { TopicList: topics },
		},
	});
};

/** Rebalances of a group, bare. */
export const ListRebalanceInfo: Handler = (request, context) => {
	const { ConsumerId } = request.parameters as { ConsumerId: string };
	const { rebalances } = groupOf(context.workingInstance(), ConsumerId);
	return context.success({ Data: { RebalanceInfoList: rebalances } });
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
