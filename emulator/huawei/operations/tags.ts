import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Tag } from '../model/contents';
import type { Handler } from '../requests/context';

const MAX_TAGS = 10;

/** Adds (or overwrites) tags, or removes them by key (5.9.1). Without an action nothing happens. */
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
		const added = tags.map((tag) => ({ key: tag.key ?? '', value: tag.value ?? '' }));
		if (others.length + added.length > MAX_TAGS) refuse('DMS.10240044');
		instance.tags = [...others, ...added];
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
