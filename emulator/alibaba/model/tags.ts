import type { Tag } from './contents';
import type { Instance } from './instance';
import type { AlibabaState } from './state';

/** Something that has tags, with its ID: `Kafka_<instance>_<name>` for topics and groups. */
export interface Taggable {
	id: string;
	holder: { tags: Tag[] };
}

const CONTENTS: Record<string, (instance: Instance) => Array<{ name: string; tags: Tag[] }>> = {
	TOPIC: ({ topics }) => topics,
	CONSUMERGROUP: ({ groups }) => groups,
};

/** Everything of a kind in a region that can have tags. */
export function taggables(state: AlibabaState, region: string, kind: string): Taggable[] {
	const instances = state.visible.filter((instance) => instance.region === region);
	if (kind === 'INSTANCE') return instances.map((holder) => ({ id: holder.id, holder }));
	return instances.flatMap((instance) =>
		CONTENTS[kind](instance).map((holder) => ({
			id: `Kafka_${instance.id}_${holder.name}`,
			holder,
		})),
	);
}

/** Tags as a request gives them. */
export const tagsOf = (given: Array<Partial<Tag>> = []): Tag[] =>
	given.map(({ Key = '', Value = '' }) => ({ Key, Value }));

/** Whether tags have all that is asked for; an empty key matches any, so does an empty value. */
export function matchesTags(tags: Tag[], asked: Array<Partial<Tag>>): boolean {
	return asked.every(
		({ Key, Value }) => !Key || tags.some((t) => t.Key === Key && (!Value || t.Value === Value)),
	);
}
