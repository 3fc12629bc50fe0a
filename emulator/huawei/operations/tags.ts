import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Tag } from '../model/contents';
import type { Handler } from '../requests/context';

const MAX_TAGS = 10;

/** Adds tags, which may or may not replace those with their keys, or removes them by key (5.9.1). Without an action nothing happens. */
export const BatchCreateOrDeleteKafkaTag: Handler = (request, context) => {
	const body = request.body as { action?: 'create' | 'delete'; tags?: Array<Partial<Tag>> };
	const instance = context.instance();
	const tags = body.tags ?? [];
	if (tags.some((tag) => !tag.key)) refuse('DMS.10240035', 'tags: key is mandatory.');
	const keys = tags.map((tag) => tag.key);
	const others = instance.tags.filter((tag) => !keys.includes(tag.key));
	if (body.action === 'delete') {
		if (others.length + tags.length !== instance.tags.length) refuse('DMS.10240426');
		instance.tags = others;
	}
	if (body.action === 'create') {
		const isKept = ({ key }: Partial<Tag>) =>
			!context.state.rules.tagsReplaced && instance.tags.some((tag) => tag.key === key);
		const added = tags
			.filter((tag) => !isKept(tag))
			.map((tag) => ({ key: tag.key ?? '', value: tag.value ?? '' }));
		const kept = instance.tags.filter((tag) => isKept(tag) || others.includes(tag));
		if (kept.length + added.length > MAX_TAGS) refuse('DMS.10240044');
		instance.tags = [...kept, ...added];
	}
	return empty();
};

/** Tags of an instance (5.9.2). */
export const ShowKafkaTags: Handler = (_request, context) =>
	json(200, { tags: context.instance().tags });

/** All tags in a project, values grouped by key (5.9.3). */
export const ShowKafkaProjectTags: Handler = (_request, context) => {
	const grouped = new Map<string, Set<string>>();
	for (const { key, value } of context.state.of(context.project.id).flatMap((i) => i.tags)) {
		grouped.set(key, (grouped.get(key) ?? new Set()).add(value));
	}
	const tags = [...grouped].map(([key, values]) => ({ key, values: [...values] }));
	return json(200, { tags });
};
