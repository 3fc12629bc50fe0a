import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { ALIBABA_REGIONS } from '../../../credentials/regions/alibaba';
import type { Connection } from '../../shared/request/call';
import { call } from '../../shared/request/call';
import {
	MOST_ENTRIES,
	chosenInstance,
	distinguishable,
	lookUp,
	sorted,
} from '../../shared/form/listSearch';
import type { Pages } from '../../shared/contract/pages';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { alibaba } from '../vendor';
import { groupPages, instancePages, topicPages, userPages } from '../api/pages';
import { listGroups, listInstances, listTopics, listUsers } from '../api/requests';
import { instanceStatus } from '../api/status';

/** What resource locators and drop-downs of the node offer, read from the API. */

async function rows(connection: Connection, request: ApiRequest, pages: Pages) {
	const page = async (next: ApiRequest) => await call(connection, next);
	return (await readList(page, request, pages, Infinity)).rows;
}

/** The API searches none of its lists by name, so that the filter works on the whole list. */
function found(entries: INodeListSearchItems[], filter = ''): INodeListSearchResult {
	const wanted = filter.toLowerCase();
	return {
		results: sorted(entries)
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.slice(0, MOST_ENTRIES),
	};
}

/** An instance that was not deployed yet has its ID for a name, or none. */
const instanceEntry = (record: IDataObject): INodeListSearchItems => {
	const { InstanceId: id, Name: name } = record;
	return {
		name: `${name ? String(name) : String(id)} (${instanceStatus(record).status})`,
		value: String(id),
	};
};

const instances = async (connection: Connection) =>
	distinguishable((await rows(connection, listInstances(), instancePages)).map(instanceEntry));

/** Instances whose name holds the filter. */
export async function searchInstances(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, alibaba, async (connection) =>
		found(await instances(connection), filter),
	);
}

/** Instances for fields that take several. */
export async function getInstances(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, alibaba, async (connection) => await instances(connection));
}

async function names(connection: Connection, request: ApiRequest, pages: Pages, field: string) {
	const listed = await rows(connection, request, pages);
	const different = new Set(listed.map(({ [field]: name }) => String(name)));
	return [...different].map((name) => ({ name, value: name }));
}

/** Topics of the chosen instance. */
export async function searchTopics(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, alibaba, async (connection) =>
		found(await names(connection, listTopics(chosenInstance(this)), topicPages, 'Topic'), filter),
	);
}

/** Topics for fields that take several. */
export async function getTopics(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, alibaba, async (connection) =>
		sorted(await names(connection, listTopics(chosenInstance(this)), topicPages, 'Topic')),
	);
}

/** Consumer groups of the chosen instance. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, alibaba, async (connection) =>
		found(
			await names(connection, listGroups(chosenInstance(this)), groupPages, 'ConsumerId'),
			filter,
		),
	);
}

/** SASL users of the chosen instance; one name can stand for a user of either kind. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, alibaba, async (connection) =>
		found(await names(connection, listUsers(chosenInstance(this)), userPages, 'Username'), filter),
	);
}

/** Regions of the service; the empty one is the credential's own. */
export async function getRegions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'From Credential', value: '' }, ...ALIBABA_REGIONS];
}
