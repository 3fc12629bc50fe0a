import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { ListSearch } from '../../shared/form/listSearch';
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
import { VIP_TYPES } from '../api/labels';
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

/** SASL users of the selected instance whose name contains the filter. */
const searchUsers: ListSearch = async (source, filter) => {
	const request = (id: string) => listUsers(id, searchWord(filter));
	return { results: await names(source, request, userPages, 'Name') };
};

/** Where a route leads: its domain or first address. */
function routeEntry(route: IDataObject): INodeListSearchItems {
	const [first] = (route.VipList ?? []) as IDataObject[];
	const host = route.Domain ?? first?.Vip;
	const port = route.Domain ? route.DomainPort : first?.Vport;
	const network = VIP_TYPES[String(route.VipType)] ?? `type ${String(route.VipType)}`;
	const address = host ? `${String(host)}:${String(port)}` : 'no address yet';
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
	const { results } = await searchUsers(source, filter);
	return { results: [...[everyone].filter(containing(filter)), ...results] };
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
