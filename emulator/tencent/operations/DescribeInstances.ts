import type { TencentHandler } from '../context';
import { success } from '../errors';

interface Body {
	InstanceId?: string;
	SearchWord?: string;
	Status?: number[];
	Offset?: number;
	Limit?: number;
	TagKey?: string;
	VpcId?: string;
}

/** Instances of the region in short form, paged by offset and limit. */
export const DescribeInstances: TencentHandler = (request, context) => {
	const {
		InstanceId,
		SearchWord,
		Status,
		TagKey,
		VpcId,
		Offset = 0,
		Limit = 10,
	} = request.body as Body;
	const found = context.state.instances
		.filter((i) => i.region === request.region)
		.filter((i) => !InstanceId || i.InstanceId === InstanceId)
		.filter((i) => !SearchWord || i.InstanceName.includes(SearchWord))
		.filter((i) => !Status?.length || Status.includes(i.Status))
		.filter((i) => !TagKey || i.Tags?.some((tag) => tag.TagKey === TagKey))
		.filter((i) => !VpcId || i.VpcId === VpcId);
	const InstanceList = found.slice(Offset, Offset + Limit).map((instance) => ({
		InstanceId: instance.InstanceId,
		InstanceName: instance.InstanceName,
		Status: instance.Status,
		IfCommunity: false,
	}));
	return success({ Result: { InstanceList, TotalCount: found.length } });
};
