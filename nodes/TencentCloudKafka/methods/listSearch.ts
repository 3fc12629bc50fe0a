import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { ListSearch, ListSource } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing, distinguishable, sorted } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import {
	listAclRules,
	listGroups,
	listInstances,
	listRoutes,
	listTopics,
	listUsers,
} from '../api/requests';
import {
	rulePages,
	groupPages,
	instancePages,
	routePages,
	topicPages,
	userPages,
} from '../api/pages';
import { BUILT_IN, VIP_TYPES } from '../api/labels';
import { addressesOf } from '../api/routes';
import { names, searchWord } from './lists';

/** Instances whose name contains the filter. */
export const searchInstances: ListSearch = async (source, filter) => {
	const request = listInstances(searchWord(filter));
	const rows = await listSome(source, request, instancePages, MOST_ENTRIES);
	const results = rows.map(
		({ InstanceName: name, status, InstanceId: id }): INodeListSearchItems => ({
			name: `${String(name)} (${String(status)})`,
			value: String(id),
		}),
	);
	return { results: distinguishable(results) };
};

/** Topics of the selected instance whose name contains the filter. */
const searchTopics: ListSearch = async (source, filter) => {
	const request = (id: string) => listTopics(id, searchWord(filter));
	return { results: await names(source, request, topicPages, 'TopicName') };
};

/** Consumer groups of the selected instance whose name contains the filter. */
const searchGroups: ListSearch = async (source, filter) => {
	const request = (id: string) => listGroups(id, searchWord(filter));
	return { results: await names(source, request, groupPages, 'Group') };
};

/** All users of the selected instance whose name contains the filter. */
async function usersOf(source: ListSource, filter?: string) {
	const request = (id: string) => listUsers(id, searchWord(filter));
	return await names(source, request, userPages, 'Name');
}

/** SASL users of the selected instance whose name contains the filter; not the built-in one, who stays. */
const searchUsers: ListSearch = async (source, filter) => ({
	results: (await usersOf(source, filter)).filter(({ value }) => value !== BUILT_IN),
});

/** Where a route leads: its domain or first address. */
function routeEntry(route: IDataObject): INodeListSearchItems {
	const network = VIP_TYPES[String(route.VipType)] ?? `type ${String(route.VipType)}`;
	const [address = 'no address yet'] = addressesOf(route);
	return {
		name: `${network} ${address} (${String(route.RouteId)})`,
		value: String(route.RouteId),
	};
}

const searchRoutes: ListSearch = async (source, filter) => {
	const rows = await listSome(source, listRoutes(source.instanceId), routePages, MOST_ENTRIES);
	return { results: sorted(rows.map(routeEntry).filter(containing(filter))) };
};

const searchAclRules: ListSearch = async (source, filter) => ({
	results: (await names(source, listAclRules, rulePages, 'RuleName')).filter(containing(filter)),
});

/** Whom ACLs can be for: the SASL users of the selected instance, and everyone. */
const searchPrincipals: ListSearch = async (source, filter) => {
	const everyone = { name: 'All Users (User:*)', value: 'User:*' };
	const users = await usersOf(source, filter);
	return { results: [...[everyone].filter(containing(filter)), ...users] };
};

/** What ACLs of the selected resource type are for: topics, consumer groups, or just the cluster. */
const searchAclResources: ListSearch = async (source, filter) => {
	switch (String(source.nodeParameter('resourceType', 'Resource Type'))) {
		case '2':
			return await searchTopics(source, filter);
		case '3':
			return await searchGroups(source, filter);
		default:
			return { results: [] };
	}
};

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch = {
	searchInstances,
	searchTopics,
	searchGroups,
	searchUsers,
	searchRoutes,
	searchAclRules,
	searchPrincipals,
	searchAclResources,
};
