import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { TENCENT_REGIONS } from '../../../credentials/regions/tencent';
import type { Connection } from '../../shared/request/call';
import { call, connect } from '../../shared/request/call';
import {
	MOST_ENTRIES,
	chosenInstance,
	containing,
	distinguishable,
	lookUp,
	sorted,
} from '../../shared/form/listSearch';
import type { Pages } from '../../shared/contract/pages';
import { listIn, readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import {
	groupPages,
	instancePages,
	routePages,
	rulePages,
	topicPages,
	userPages,
} from '../api/pages';
import {
	listAclRules,
	listGroups,
	listInstances,
	listRegions,
	listRoutes,
	listTopics,
	listUsers,
	listZones,
} from '../api/requests';
import { tencent } from '../vendor';
import { VIP_TYPES } from '../api/labels';

/** What resource locators and drop-downs of the node offer, read from the API. */

async function read(connection: Connection, request: ApiRequest, pages: Pages) {
	const page = async (next: ApiRequest) => await call(connection, next);
	const { rows } = await readList(page, request, pages, MOST_ENTRIES);
	return rows;
}

/** What a search sends: nothing without a filter. */
const searchWord = (filter?: string): IDataObject => (filter ? { SearchWord: filter } : {});

/** Instances whose name holds the filter. */
export async function searchInstances(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, tencent, async (connection) => {
		const rows = await read(connection, listInstances(searchWord(filter)), instancePages);
		const results = rows.map(
			({ InstanceName: name, status, InstanceId: id }): INodeListSearchItems => ({
				name: `${String(name)} (${String(status)})`,
				value: String(id),
			}),
		);
		return { results: distinguishable(results) };
	});
}

/** Names in a list of the chosen instance. */
async function namesOf(
	context: ILoadOptionsFunctions,
	request: (instanceId: string) => ApiRequest,
	pages: Pages,
	key: string,
): Promise<INodePropertyOptions[]> {
	return await lookUp(context, tencent, async (connection) => {
		const rows = await read(connection, request(chosenInstance(context)), pages);
		return sorted(rows.map(({ [key]: name }) => ({ name: String(name), value: String(name) })));
	});
}

/** Topics of the chosen instance whose name holds the filter. */
export async function searchTopics(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = (id: string) => listTopics(id, searchWord(filter));
	return { results: await namesOf(this, request, topicPages, 'TopicName') };
}

/** Topics of the chosen instance for fields that take several. */
export async function getTopics(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namesOf(this, listTopics, topicPages, 'TopicName');
}

/** Consumer groups of the chosen instance whose name holds the filter. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = (id: string) => listGroups(id, searchWord(filter));
	return { results: await namesOf(this, request, groupPages, 'Group') };
}

/** Consumer groups of the chosen instance for fields that take several. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await namesOf(this, listGroups, groupPages, 'Group');
}

/** SASL users of the chosen instance whose name holds the filter. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const request = (id: string) => listUsers(id, searchWord(filter));
	return { results: await namesOf(this, request, userPages, 'Name') };
}

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

/** Routes of the chosen instance. */
export async function searchRoutes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, tencent, async (connection) => {
		const rows = await read(connection, listRoutes(chosenInstance(this)), routePages);
		return { results: sorted(rows.map(routeEntry).filter(containing(filter))) };
	});
}

/** Regions of the service as it lists them; those known when this was written if it cannot be asked. */
export async function getRegions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'From Credential', value: '' }, ...(await regions(this))];
}

async function regions(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const connection = await connect(context, tencent);
		const rows = listIn(await call(connection, listRegions()), 'Result');
		const known = new Map(TENCENT_REGIONS.map(({ name, value }) => [value, name]));
		const listed = rows
			.filter(({ RegionCodeV3: id }) => id)
			.map(({ RegionCodeV3: id, RegionName: name }) => ({
				name: known.get(String(id)) ?? `${String(name)} (${String(id)})`,
				value: String(id),
			}));
		return listed.length > 0 ? connection.secrets.hide(sorted(listed)) : TENCENT_REGIONS;
	} catch {
		return TENCENT_REGIONS;
	}
}

/** Zones of the region, with the ones that are sold out marked. */
export async function getZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, tencent, async (connection) => {
		const zones = listIn(await call(connection, listZones()), 'ZoneList');
		return sorted(
			zones.map(({ ZoneId: id, ZoneName: name, SoldOut: soldOut }) => ({
				name: `${String(name)} (${String(id)})${String(soldOut) === 'true' ? ', sold out' : ''}`,
				value: String(id),
			})),
		);
	});
}

/** ACL rules of the chosen instance. */
export async function searchAclRules(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const names = await namesOf(this, listAclRules, rulePages, 'RuleName');
	return { results: names.filter(containing(filter)) };
}

/** Whom ACLs can be for: the SASL users of the chosen instance, and everyone. */
export async function searchPrincipals(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const everyone = { name: 'All Users (User:*)', value: 'User:*' };
	const { results } = await searchUsers.call(this, filter);
	return { results: [...[everyone].filter(containing(filter)), ...results] };
}

/** What ACLs of the chosen resource type are for: topics, consumer groups, or just the cluster. */
export async function searchAclResources(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	switch (String(this.getCurrentNodeParameter('resourceType'))) {
		case '2':
			return await searchTopics.call(this, filter);
		case '3':
			return await searchGroups.call(this, filter);
		default:
			return { results: [] };
	}
}
