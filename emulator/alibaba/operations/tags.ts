import { refuse } from '../answers/errors';
import type { Tag } from '../model/contents';
import { matchesTags, taggables, type Taggable } from '../model/tags';
import type { Context, Handler } from '../requests/context';

/** Tags a resource may have. */
const MAX_TAGS = 20;
/** Resources a request may name; the vendor's other services take as many. */
const MAX_RESOURCES = 50;

interface TagParameters {
	RegionId: string;
	ResourceType: string;
	ResourceId?: string[];
	InstanceId?: string;
	Tag?: Array<Partial<Tag>>;
	TagKey?: string[];
	All?: boolean;
	NextToken?: string;
}

function resources({ state }: Context, given: TagParameters) {
	const known = taggables(state, given.RegionId, given.ResourceType.toUpperCase());
	// With an instance, topics and groups are named plainly.
	const { InstanceId: home } = given;
	const ids = (given.ResourceId ?? []).map((id) =>
		home !== undefined && !id.startsWith('Kafka_') ? `Kafka_${home}_${id}` : id,
	);
	if (ids.length > MAX_RESOURCES) refuse('BIZ_TAG_REQUEST_RESOURCE_NUM_EXCEED');
	return { known, ids };
}

/** Adds tags, or gives them other values, on all the resources or none. */
export const TagResources: Handler = (request, context) => {
	const given = request.parameters as unknown as TagParameters;
	const { known, ids } = resources(context, given);
	const added = (given.Tag ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value }));
	const keys = added.map((tag) => tag.Key);
	if (keys.includes('')) refuse('BIZ_TAG_TAGKEY_NOT_VALID');
	if (new Set(keys).size !== keys.length) refuse('BIZ_TAG_DUPLICATE_TAG_KEY');
	const changes = chosen(known, ids).map(({ holder }) => {
		const tags = [...holder.tags.filter((tag) => !keys.includes(tag.Key)), ...added];
		if (tags.length > MAX_TAGS) refuse('BIZ_TAG_TAG_NUM_EXCEED');
		return { holder, tags };
	});
	const { resourcesPerTag } = context.state.rules;
	for (const tag of added) {
		const others = known.filter(({ holder }) => !changes.some((one) => one.holder === holder));
		const count = others.filter(({ holder }) => matchesTags(holder.tags, [tag])).length;
		if (count + changes.length > resourcesPerTag) refuse('BIZ_TAG_RESOURCE_NUM_EXCEED');
	}
	for (const { holder, tags } of changes) holder.tags = tags;
	return context.bare();
};

/** Removes tags by key, all of them with All and no key, none without either. */
export const UntagResources: Handler = (request, context) => {
	const given = request.parameters as unknown as TagParameters;
	const { known, ids } = resources(context, given);
	const { TagKey = [], All = false } = given;
	const goes = ({ Key }: Tag) => (TagKey.length ? TagKey.includes(Key) : All);
	for (const { holder } of chosen(known, ids)) {
		holder.tags = holder.tags.filter((tag) => !goes(tag));
	}
	return context.bare();
};

/** Tags of resources, paged by token; without a match the list is empty. */
export const ListTagResources: Handler = (request, context) => {
	const given = request.parameters as unknown as TagParameters;
	const { known, ids } = resources(context, given);
	const { Tag: asked = [], NextToken } = given;
	if (!ids.length && !asked.length) refuse('MissingParameter', 'ResourceId or Tag is needed.');
	const found = known
		.filter(({ id }) => !ids.length || ids.includes(id))
		.filter(({ holder }) => matchesTags(holder.tags, asked))
		.flatMap(({ id, holder }) =>
			holder.tags.map(({ Key, Value }) => ({
				ResourceId: id,
				ResourceType: `ALIYUN::ALIKAFKA::${given.ResourceType.toUpperCase()}`,
				TagKey: Key,
				TagValue: Value,
			})),
		);
	const start = startOf(NextToken);
	const end = start + context.state.rules.tagPageSize;
	return context.bare({
		...(end < found.length ? { NextToken: tokenFor(end) } : {}),
		TagResources: { TagResource: found.slice(start, end) },
	});
};

/** A token for the tags from a place on. */
function tokenFor(place: number): string {
	return place.toString(16).padStart(32, '0');
}

function startOf(token: string | undefined): number {
	if (!token) return 0;
	return /^[0-9a-f]{32}$/.test(token)
		? parseInt(token, 16)
		: refuse('InvalidParameter', 'NextToken');
}

/** The ones of some IDs; ends the request when one does not exist. */
function chosen(known: Taggable[], ids: string[]): Taggable[] {
	return ids.map(
		(id) => known.find((one) => one.id === id) ?? refuse('BIZ_TAG_RESOURCE_NOT_EXIST', id),
	);
}
