import { createHash } from 'node:crypto';

import { refuse, success } from '../answers/errors';
import type { Instance } from '../model/instance';
import { changeTags } from '../model/listing';
import { page, type Paging } from '../requests/checks';
import type { Context, Handler } from '../requests/context';

/** The Tag service, as far as instances of CKafka have tags. */

interface Tag {
	TagKey: string;
	TagValue: string;
}

interface ChangeBody {
	Resource: string;
	ReplaceTags?: Tag[];
	DeleteTags?: Array<{ TagKey: string }>;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Tags that a resource can have. */
const MOST_TAGS = 50;

/** Keys that nobody can make. */
const RESERVED = /^(qcs:|project|qcloud|tencent)/i;

/** Adds and removes tags; those that are not named stay. */
export const ModifyResourceTags: Handler = (request, context) => {
	const { Resource, ReplaceTags = [], DeleteTags = [] } = request.body as ChangeBody;
	const instance = named(Resource, context);
	if (ReplaceTags.length + DeleteTags.length === 0) {
		refuse('InvalidParameter.Tag', 'Neither ReplaceTags nor DeleteTags are given.');
	}
	const keys = ReplaceTags.map(({ TagKey }) => TagKey);
	const reserved = keys.find((key) => RESERVED.test(key));
	if (reserved) refuse('InvalidParameter.ReservedTagKey', `The key ${reserved} is reserved.`);
	const gone = DeleteTags.map(({ TagKey }) => TagKey);
	if (keys.some((key) => gone.includes(key))) {
		refuse('InvalidParameterValue.DeleteTagsParamError', 'A key is to be added and removed.');
	}
	const others = instance.tags.filter(
		({ TagKey }) => !keys.includes(TagKey) && !gone.includes(TagKey),
	);
	const tags = [...others, ...new Map(ReplaceTags.map((tag) => [tag.TagKey, tag])).values()];
	if (tags.length > MOST_TAGS) {
		refuse('LimitExceeded.ResourceAttachedTags', `A resource can have ${MOST_TAGS} tags.`);
	}
	changeTags(instance, tags, context.now);
	return success({});
};

/** The instance of a name of six segments, whose region is in the name and not in the header. */
function named(resource: string, { state }: Context): Instance {
	const [, region, id] = /^qcs::ckafka:([a-z0-9-]+):uin\/\d*:ckafkaId\/(.+)$/.exec(resource) ?? [];
	const found = region && state.of(region).find((instance) => instance.id === id);
	if (found) return found;
	return refuse('InvalidParameterValue.ResourceDescriptionError', `${resource} names no resource.`);
}

interface ListBody extends Paging {
	ServiceType: string;
	ResourcePrefix: string;
	ResourceIds: string[];
	ResourceRegion: string;
	Category?: 'All' | 'Custom' | 'System';
}

const USUAL_SIZE = 15;

/** Tags of instances, one row for each pair; an unknown instance has none. */
export const DescribeResourceTagsByResourceIds: Handler = (request, { state }) => {
	const body = request.body as ListBody;
	const { Offset = 0, Limit = USUAL_SIZE } = body;
	if (Offset % Limit !== 0) refuse('InvalidParameterValue', 'Offset is no multiple of Limit.');
	const isKafka = body.ServiceType === 'ckafka' && body.ResourcePrefix === 'ckafkaId';
	const rows = state
		.of(body.ResourceRegion)
		.filter(({ id }) => isKafka && body.ResourceIds.includes(id))
		.flatMap(({ id, tags }) =>
			tags.map((tag) => ({
				...tag,
				ResourceId: id,
				ServiceType: 'ckafka',
				TagKeyMd5: md5(tag.TagKey),
				TagValueMd5: md5(tag.TagValue),
			})),
		)
		.filter(() => body.Category !== 'System');
	return success({
		TotalCount: rows.length,
		Offset,
		Limit,
		Tags: page(rows, body, USUAL_SIZE),
	});
};
