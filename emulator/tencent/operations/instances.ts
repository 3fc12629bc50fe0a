import { success } from '../answers/errors';
import { attributesRecord, briefRecord, detailRecord } from '../answers/instanceRecord';
import type { Tag } from '../model/contents';
import type { Instance } from '../model/instance';
import { shownTags } from '../model/listing';
import { matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

interface ListBody extends Paging {
	InstanceId?: string;
	SearchWord?: string;
	Status?: number[];
	TagKey?: string;
}

interface DetailBody extends ListBody {
	Filters?: Array<{ Name: FilterName; Values: string[] }>;
	InstanceIds?: string;
	InstanceIdList?: string[];
	TagList?: Tag[];
}

type FilterName = 'Ip' | 'VpcId' | 'SubNetId' | 'InstanceType' | 'InstanceId';

const FILTERED: Record<FilterName, (instance: Instance) => string> = {
	Ip: (instance) => instance.vip,
	VpcId: (instance) => instance.vpcId,
	SubNetId: (instance) => instance.subnetId,
	InstanceType: (instance) => instance.specification,
	InstanceId: (instance) => instance.id,
};

/** What all lists can be narrowed by. */
const fits = (instance: Instance, { InstanceId, Status, TagKey }: ListBody, now: number) =>
	(!InstanceId || instance.id === InstanceId) &&
	(!Status?.length || Status.includes(instance.status)) &&
	(!TagKey || shownTags(instance, now).some((tag) => tag.TagKey === TagKey));

/** Instances of the region in short form, newest first. */
export const DescribeInstances: Handler = (request, { state, region, now }) => {
	const body = request.body as ListBody & { VpcId?: string };
	const found = state
		.of(region)
		.filter((i) => fits(i, body, now) && matches(i.name, body.SearchWord))
		.filter((i) => !body.VpcId || i.vpcId === body.VpcId);
	const InstanceList = page(found, body, 10).map(briefRecord);
	return success({ Result: { InstanceList, TotalCount: found.length } });
};

/** The same list; the request has no parameter for the type. */
export const DescribeTypeInstances = DescribeInstances;

/** Instances of the region in full; one that is not there is left out. */
export const DescribeInstancesDetail: Handler = (request, { state, region, now }) => {
	const body = request.body as DetailBody;
	const { Filters = [], InstanceIds, InstanceIdList = [], TagList = [], SearchWord } = body;
	const ids = [...InstanceIdList, ...(InstanceIds?.split(',') ?? [])];
	const searched = (i: Instance) =>
		[i.name, i.id, String(i.zoneId), i.vpcId, i.subnetId].some((t) => matches(t, SearchWord));
	const found = state
		.of(region)
		.filter((i) => fits(i, body, now) && searched(i))
		.filter((i) => !ids.length || ids.includes(i.id))
		.filter((i) => Filters.every(({ Name, Values }) => Values.includes(FILTERED[Name](i))))
		.filter((i) =>
			TagList.every((wanted) => shownTags(i, now).some((tag) => sameTag(tag, wanted))),
		);
	const InstanceList = page(found, body, 10).map((i) => detailRecord(i, now));
	return success({ Result: { TotalCount: found.length, InstanceList } });
};

const sameTag = (a: Tag, b: Tag) => a.TagKey === b.TagKey && a.TagValue === b.TagValue;

/** All attributes of one instance; one that is not there is an error. */
export const DescribeInstanceAttributes: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	return success({ Result: attributesRecord(context.instance(InstanceId), context.now) });
};
