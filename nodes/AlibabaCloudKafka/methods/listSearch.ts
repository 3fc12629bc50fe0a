import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { ListSearch } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing, sorted } from '../../shared/form/listSearch';
import { listGroups, listScalingRules, listUsers } from '../api/requests';
import { groupPages, scalingRulePages, userPages } from '../api/pages';
import { instances, names, topics } from './lists';

/** The API searches none of its lists by name, so that the filter works on the whole list. */
const found = (entries: INodeListSearchItems[], filter?: string): INodeListSearchResult => ({
	results: sorted(entries).filter(containing(filter)).slice(0, MOST_ENTRIES),
});

/** Instances whose name contains the filter. */
export const searchInstances: ListSearch = async (source, filter) =>
	found(await instances(source), filter);

const searchTopics: ListSearch = async (source, filter) => found(await topics(source), filter);

const searchGroups: ListSearch = async (source, filter) =>
	found(await names(source, listGroups(source.instanceId), groupPages, 'ConsumerId'), filter);

/** SASL users of the selected instance; one name can stand for a user of either kind. */
const searchUsers: ListSearch = async (source, filter) =>
	found(await names(source, listUsers(source.instanceId), userPages, 'Username'), filter);

/** Scaling rules of the selected instance. */
const searchScalingRules: ListSearch = async (source, filter) =>
	found(
		await names(source, listScalingRules(source.instanceId), scalingRulePages, 'RuleName'),
		filter,
	);

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch = {
	searchInstances,
	searchTopics,
	searchGroups,
	searchUsers,
	searchScalingRules,
};
