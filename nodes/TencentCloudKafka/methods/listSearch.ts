import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
import type { ListSearch, ListSource } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing, distinguishable, sorted } from '../../shared/form/listSearch';
import { searchOf } from '../../shared/form/lookups';
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
import { certificates } from '../lookups/certificates';
import { dataHubs } from '../lookups/dataHub';
import { dedicatedClusters } from '../lookups/dedicatedClusters';
import { tagKeys } from '../lookups/tags';
import { NETWORKS } from '../networkFields';
import { searchKafkaVersions } from './kafkaVersions';
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

async function routesOf(source: ListSource, instanceId: unknown, filter?: string) {
	const rows = await listSome(source, listRoutes(instanceId), routePages, MOST_ENTRIES);
	return { results: sorted(rows.map(routeEntry).filter(containing(filter))) };
}

const searchRoutes: ListSearch = async (source, filter) =>
	await routesOf(source, source.instanceId, filter);

/** Routes of the instance in the same row of a form. */
const searchRoutesOfRow: ListSearch = async (source, filter) => {
	const given = source.nodeParameter('&instanceId', 'Instance');
	const id = isResourceLocatorValue(given) ? given.value : given;
	return isBlank(id) ? { results: [] } : await routesOf(source, id, filter);
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
export const listSearch: Record<string, ListSearch> = {
	searchInstances,
	searchTopics,
	searchGroups,
	searchUsers,
	searchRoutes,
	searchRoutesOfRow,
	searchAclRules,
	searchPrincipals,
	searchAclResources,
	searchCertificates: searchOf(certificates),
	searchDataHubs: searchOf(dataHubs),
	searchKafkaVersions,
	searchDedicatedClusters: searchOf(dedicatedClusters),
	searchTagKeys: searchOf(tagKeys),
	...Object.fromEntries(Object.entries(NETWORKS).map(([name, lookup]) => [name, searchOf(lookup)])),
};
