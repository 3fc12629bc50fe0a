import type { ListSearch } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing } from '../../shared/form/listSearch';
import { listAll } from '../../shared/request/readList';
import { textIn } from '../api/failedParts';
import { listTasks } from '../api/requests';
import { taskPages } from '../api/pages';
import { groups, instances, topics, users } from './lists';

/** Instances whose name contains the filter. */
export const searchInstances: ListSearch = async (source, filter) => ({
	results: await instances(source, filter),
});

const searchTopics: ListSearch = async (source, filter) => ({
	results: (await topics(source)).filter(containing(filter)).slice(0, MOST_ENTRIES),
});

const searchGroups: ListSearch = async (source, filter) => ({
	results: await groups(source, filter),
});

const searchUsers: ListSearch = async (source, filter) => ({
	results: (await users(source)).filter(containing(filter)),
});

/** Background tasks of the selected instance, the newest first. */
const searchTasks: ListSearch = async (source, filter) => {
	const rows = await listAll(source, listTasks(source.instanceId), taskPages, MOST_ENTRIES);
	const results = rows.map(({ id, name, status, created_at: time }) => ({
		name: `${textIn(name) ?? String(id)} (${[(textIn(status) ?? 'unknown').toLowerCase(), textIn(time)].filter(Boolean).join(', ')})`,
		value: String(id),
	}));
	return { results: results.filter(containing(filter)) };
};

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch = {
	searchInstances,
	searchTopics,
	searchTasks,
	searchGroups,
	searchUsers,
};
