import type { AlibabaHandler } from '../context';
import type { AlibabaInstance } from '../state';

interface Parameters {
	RegionId: string;
	OrderId?: string;
	InstanceId?: string[];
	Tag?: Array<{ Key?: string; Value?: string }>;
}

/** Instances of a region (10.9), not paged, the list wrapped in InstanceVO. */
export const GetInstanceList: AlibabaHandler = (request, context) => {
	const { RegionId, OrderId, InstanceId, Tag = [] } = request.parameters as unknown as Parameters;
	const InstanceVO = context.state.instances
		.filter((i) => i.RegionId === RegionId)
		.filter((i) => !OrderId || context.state.orders.get(i.InstanceId) === OrderId)
		.filter((i) => !InstanceId || InstanceId.includes(i.InstanceId))
		.filter((i) => Tag.every((tag) => hasTag(i, tag.Key, tag.Value)));
	return context.success({ InstanceList: { InstanceVO } });
};

/** An empty key or value matches any. */
function hasTag(instance: AlibabaInstance, key?: string, value?: string): boolean {
	if (!key) return true;
	const tags = instance.Tags?.TagVO ?? [];
	return tags.some((tag) => tag.Key === key && (!value || tag.Value === value));
}
