import { instanceRecord } from '../answers/instanceRecord';
import { wrapped } from '../answers/lists';
import type { Tag } from '../model/contents';
import { groupQuota, partitionQuota, usedPartitions } from '../model/quotas';
import { isServerless, seriesOf } from '../model/series';
import { matchesTags } from '../model/tags';
import type { Handler } from '../requests/context';

interface ListParameters {
	RegionId: string;
	OrderId?: string;
	InstanceId?: string[];
	ResourceGroupId?: string;
	Series?: string;
	Tag?: Array<Partial<Tag>>;
}

/** Instances of a region (10.9), newest first, not paged; serverless ones are not found by their order. */
export const GetInstanceList: Handler = (request, { state, success }) => {
	const { RegionId, OrderId, ...given } = request.parameters as unknown as ListParameters;
	const found = state
		.of(RegionId)
		.filter((i) => !i.unlisted)
		.filter((i) => !OrderId || (i.orderIds.includes(OrderId) && !isServerless(i)))
		.filter((i) => !given.InstanceId?.length || given.InstanceId.includes(i.id))
		.filter((i) => !given.ResourceGroupId || i.resourceGroupId === given.ResourceGroupId)
		.filter((i) => !given.Series || seriesOf(i) === given.Series)
		.filter((i) => matchesTags(i.tags, given.Tag ?? []));
	const list = found.map((instance) => instanceRecord(instance, state.rules));
	return success({ InstanceList: wrapped(state.rules, 'InstanceVO', list) });
};

/** IDs of all instances of the account by region, whatever region is asked for. */
export const GetAllInstanceIdList: Handler = (_request, { state, success }) => {
	const InstanceIds: Record<string, string[]> = {};
	for (const { region, id } of state.visible) (InstanceIds[region] ??= []).push(id);
	return success({ InstanceIds: state.rules.idsInList ? [InstanceIds] : InstanceIds });
};

/** What of an instance's quota is used and left. */
export const GetQuotaTip: Handler = (_request, context) => {
	const instance = context.instance();
	const { topicQuota, partitionNum, topics, groups } = instance;
	const used = usedPartitions(instance);
	const QuotaData = {
		TopicQuota: topicQuota,
		TopicNumOfBuy: topicQuota,
		TopicUsed: topics.length,
		TopicLeft: topicQuota - topics.length,
		PartitionQuota: partitionQuota(instance),
		PartitionNumOfBuy: partitionNum,
		PartitionUsed: used,
		PartitionLeft: partitionQuota(instance) - used,
		GroupUsed: groups.length,
		GroupLeft: groupQuota(instance) - groups.length,
		IsPartitionBuy: partitionNum > 0 ? 1 : 0,
	};
	return context.success({ QuotaData });
};
