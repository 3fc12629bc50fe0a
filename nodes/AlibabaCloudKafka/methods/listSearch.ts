import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import type { LookupEntry } from '../../shared/contract/lookup';
import type { ListSearch, ListSource } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing, sorted } from '../../shared/form/listSearch';
import { searchOf } from '../../shared/form/lookups';
import { entryLabel, isForbidden } from '../../shared/request/lookUp';
import { keyNames, keys, resourceGroups, securityGroups, vpcs, vSwitches } from '../api/lookups';
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

/** Keys that encrypt, with their names where the credential may read these. */
const searchKeys: ListSearch = async (source, filter) => {
	const [all, named] = await Promise.all([source.entries(keys), namesOfKeys(source)]);
	const entries = all.flatMap(({ id }) => {
		const names = named.filter((one) => one.id === id);
		return names.length > 0 ? names : [{ id }];
	});
	return found(
		entries.map((entry) => ({ name: entryLabel(entry), value: entry.id })),
		filter,
	);
};

async function namesOfKeys(source: ListSource): Promise<LookupEntry[]> {
	try {
		return await source.entries(keyNames);
	} catch (error) {
		const failure = asFailure(error);
		if (isForbidden(failure)) return [];
		throw failure;
	}
}

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch = {
	searchInstances,
	searchTopics,
	searchGroups,
	searchUsers,
	searchScalingRules,
	searchVpcs: searchOf(vpcs),
	searchVSwitches: searchOf(vSwitches),
	searchSecurityGroups: searchOf(securityGroups),
	searchResourceGroups: searchOf(resourceGroups),
	searchKeys,
};
