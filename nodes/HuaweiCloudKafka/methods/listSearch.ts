import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { HUAWEI_REGIONS } from '../../../credentials/regions/huawei';
import type { Connection } from '../../shared/request/call';
import { call } from '../../shared/request/call';
import {
	MOST_ENTRIES,
	chosenInstance,
	containing,
	distinguishable,
	lookUp,
	sorted,
} from '../../shared/form/listSearch';
import { listIn, readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { huawei } from '../vendor';
import {
	groupPages,
	instancePages,
	listGroups,
	listInstances,
	listMaintenanceWindows,
	listProducts,
	listResizeProducts,
	listTasks,
	listTopics,
	listUsers,
	listZones,
	showConfigs,
	taskPages,
	topicPages,
} from '../api/requests';
import { statusText } from '../api/status';

/** What resource locators and drop-downs of the node offer, read from the API. */

const instanceEntry = ({ name, status, instance_id: id }: IDataObject): INodeListSearchItems => ({
	name: `${String(name)} (${statusText(status)})`,
	value: String(id),
});

async function instances(connection: Connection, filter?: string): Promise<INodeListSearchItems[]> {
	const request = listInstances(filter ? { name: filter } : {});
	const page = async (next: typeof request) => await call(connection, next);
	const { rows } = await readList(page, request, instancePages, MOST_ENTRIES);
	return distinguishable(rows.map(instanceEntry));
}

/** Instances whose name holds the filter. */
export async function searchInstances(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, huawei, async (connection) => ({
		results: await instances(connection, filter),
	}));
}

/** Topics of the chosen instance. */
export async function searchTopics(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, huawei, async (connection) => {
		const results = await topics(this, connection);
		return { results: results.filter(containing(filter)).slice(0, MOST_ENTRIES) };
	});
}

async function topics(context: ILoadOptionsFunctions, connection: Connection) {
	const request = listTopics(chosenInstance(context));
	const page = async (next: typeof request) => await call(connection, next);
	const { rows } = await readList(page, request, topicPages, Infinity);
	return sorted(rows.map(({ name }) => ({ name: String(name), value: String(name) })));
}

/** Topics of the chosen instance for rows of a form. */
export async function getTopics(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) => await topics(this, connection));
}

async function groups(connection: Connection, instanceId: string, filter?: string) {
	const page = async (next: ApiRequest) => await call(connection, next);
	const { rows } = await readList(page, listGroups(instanceId, filter), groupPages, MOST_ENTRIES);
	return sorted(
		rows.map(({ group_id: id, state }) => ({
			name: `${String(id)} (${String(state).toLowerCase()})`,
			value: String(id),
		})),
	);
}

/** Consumer groups of the chosen instance whose name holds the filter. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, huawei, async (connection) => ({
		results: await groups(connection, chosenInstance(this), filter),
	}));
}

/** Consumer groups for fields that take several. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(
		this,
		huawei,
		async (connection) => await groups(connection, chosenInstance(this)),
	);
}

async function users(connection: Connection, instanceId: string) {
	const listed = listIn(await call(connection, listUsers(instanceId)), 'users');
	return sorted(
		listed.map(({ user_name: name }) => ({
			name: String(name),
			value: String(name),
		})),
	);
}

/** SASL users of the chosen instance. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, huawei, async (connection) => ({
		results: (await users(connection, chosenInstance(this))).filter(containing(filter)),
	}));
}

/** SASL users for fields that take several. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(
		this,
		huawei,
		async (connection) => await users(connection, chosenInstance(this)),
	);
}

/** Hours at which a maintenance window may start or end, as `02:00`. */
async function windowHours(context: ILoadOptionsFunctions, edge: 'begin' | 'end') {
	return await lookUp(context, huawei, async (connection) => {
		const answer = await call(connection, listMaintenanceWindows());
		return listIn(answer, 'maintain_windows').map((window) => {
			const hour = `${String(window[edge]).slice(0, 2)}:00`;
			return { name: window.default === true ? `${hour} (default)` : hour, value: hour };
		});
	});
}

/** When maintenance windows start. */
export async function getWindowStarts(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await windowHours(this, 'begin');
}

/** When maintenance windows end. */
export async function getWindowEnds(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await windowHours(this, 'end');
}

/** Background tasks of the chosen instance, the newest first. */
export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await lookUp(this, huawei, async (connection) => {
		const request = listTasks(chosenInstance(this));
		const page = async (next: typeof request) => await call(connection, next);
		const { rows } = await readList(page, request, taskPages, MOST_ENTRIES);
		const results = rows.map(({ id, name, status, created_at: time }) => ({
			name: `${String(name)} (${String(status).toLowerCase()}, ${String(time)})`,
			value: String(id),
		}));
		return { results: results.filter(containing(filter)) };
	});
}

/** Instances for fields that take several. */
export async function getInstances(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) => await instances(connection));
}

/** Regions of the service; the empty one is the credential's own. */
export async function getRegions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'From Credential', value: '' }, ...HUAWEI_REGIONS];
}

/** Zones by code, which people know; the value is the ID, which the API wants. */
export async function getZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) => {
		const zones = listIn(await call(connection, listZones()), 'available_zones');
		return sorted(
			zones.map(({ id, code, name, soldOut }) => ({
				name: `${String(code)} (${String(name)})${soldOut === true ? ', sold out' : ''}`,
				value: String(id),
			})),
		);
	});
}

const flavors = (answer: IDataObject): INodePropertyOptions[] =>
	listIn(answer, 'products')
		.filter(({ type }) => type === 'cluster')
		.map(({ product_id: id, properties }) => {
			const limits = (properties ?? {}) as IDataObject;
			return {
				name: String(id),
				value: String(id),
				description: `${String(limits.min_broker ?? '3')} to ${String(limits.max_broker ?? '?')} brokers, ${String(limits.max_tps_per_broker ?? '?')} messages per second per broker`,
			};
		});

/** Flavors with what they hold. */
export async function getProducts(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) =>
		flavors(await call(connection, listProducts())),
	);
}

/** Flavors to which the chosen instance can be resized. */
export async function getResizeProducts(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) =>
		flavors(await call(connection, listResizeProducts(chosenInstance(this)))),
	);
}

/** Configuration parameters of the chosen instance with what they are now and may be. */
export async function getParameters(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) => {
		const answer = await call(connection, showConfigs(chosenInstance(this)));
		return sorted(
			listIn(answer, 'kafka_configs').map(({ name, value, valid_values, config_type }) => ({
				name: String(name),
				value: String(name),
				description: `Current: ${String(value)}, allowed: ${String(valid_values)}, ${String(config_type)}`,
			})),
		);
	});
}

/** Kafka versions on offer. */
export async function getEngineVersions(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await lookUp(this, huawei, async (connection) => {
		const versions: unknown[] = listIn(await call(connection, listProducts()), 'versions');
		return versions.map((version) => ({
			name: String(version),
			value: String(version),
		}));
	});
}
