import { refuse, success } from '../answers/errors';
import type { TencentState } from '../model/state';
import { page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

/** The Tag service (2018-08-13): keys and values of the account. */

interface ListBody extends Paging {
	TagKeys?: string[];
	Category?: 'All' | 'Custom' | 'System';
}

const USUAL_SIZE = 15;

/** Keys with their values: those made beforehand, and those on something of Kafka. */
function keysOf({ tagKeys, instances }: TencentState): Map<string, Set<string>> {
	const keys = new Map([...tagKeys].map(([key, values]) => [key, new Set(values)]));
	const used = instances.flatMap(({ tags, topics }) => [
		...tags,
		...topics.flatMap((topic) => topic.tags),
	]);
	for (const { TagKey, TagValue } of used) {
		keys.set(TagKey, (keys.get(TagKey) ?? new Set()).add(TagValue));
	}
	return keys;
}

/** A page with what it is of; all keys here are of users. */
function listed<T>(all: T[], body: ListBody) {
	const { Offset = 0, Limit = USUAL_SIZE, Category } = body;
	if (Offset % Limit !== 0) refuse('InvalidParameterValue', 'Offset is no multiple of Limit.');
	const rows = Category === 'System' ? [] : all;
	return success({
		TotalCount: rows.length,
		Offset,
		Limit,
		Tags: page(rows, body, USUAL_SIZE),
	});
}

/** Keys of the account. */
export const DescribeTagKeys: Handler = (request, { state }) =>
	listed([...keysOf(state).keys()], request.body as ListBody);

/** Values of some keys, one row for each pair. */
export const DescribeTagValues: Handler = (request, { state }) => {
	const body = request.body as ListBody;
	const keys = keysOf(state);
	const pairs = (body.TagKeys ?? []).flatMap((TagKey) =>
		[...(keys.get(TagKey) ?? [])].map((TagValue) => ({ TagKey, TagValue, Category: 'Custom' })),
	);
	return listed(pairs, body);
};
