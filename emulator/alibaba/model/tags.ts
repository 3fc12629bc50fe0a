import { fail } from '../answers/errors';
import type { Instance, Tag } from './instance';
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

/** The ones of some IDs; ends the request when one does not exist. */
export function chosen(known: Taggable[], ids: string[]): Taggable[] {
	return ids.map(
		(id) => known.find((one) => one.id === id) ?? fail('BIZ_TAG_RESOURCE_NOT_EXIST', id),
	);
}
