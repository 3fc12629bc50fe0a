import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import type { Item } from '../../shared/run/item';
import type { Pages } from '../../shared/contract/pages';
import { countIn, listIn, readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { NO_SUCH_INSTANCE } from './decode';
import { instanceStatus, routeStatus } from './status';

/** Requests that operations, look-ups and the trigger have in common. */

export const read = (api: string, body?: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'POST',
	path: '/',
	body,
});

export const listInstances = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeInstances', filter);

export const listInstancesDetailed = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeInstancesDetail', filter);

export const showTask = (flowId: unknown): ApiRequest =>
	read('DescribeTaskStatus', { FlowId: flowId as number });

export const listRoutes = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeRoute', { InstanceId: String(instanceId), ...filter });

export const listZones = (): ApiRequest => read('DescribeCkafkaZone');

export const listRegions = (): ApiRequest => read('DescribeRegion');

export const listTopics = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeTopic', { InstanceId: String(instanceId), ...filter });

export const listTopicsDetailed = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeTopicDetail', { InstanceId: String(instanceId), ...filter });

export const listGroups = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeGroup', { InstanceId: String(instanceId), ...filter });

export const listUsers = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeUser', { InstanceId: String(instanceId), ...filter });

/**
 * The rows of a list that comes with a total. CKafka's documents let many lists be null, "no valid
 * value": that is an empty one only where the total says so.
 *
 * @throws {Failure} `broken` when it is not there
 */
export const countedRows =
	(list: string) =>
	(body: IDataObject): IDataObject[] =>
		(body[list] ?? null) === null && body.TotalCount === 0 ? [] : listIn(body, list);

/**
 * An answer whose whole result is a list, with null for none: the producers of an idle topic, the
 * messages after the last one.
 *
 * @throws {Failure} `broken` when there is no result
 */
export const resultList = (body: IDataObject): IDataObject[] =>
	body.Result === null ? [] : listIn(body, 'Result');

/** An answer whose whole result is a number. */
export const resultOf = ({ Result }: IDataObject): IDataObject[string] => Result;

/** The ID of the task that an operation started, if it started one: 0 cannot be asked for. */
export const flowOf = ({ FlowId }: IDataObject): { FlowId?: number } =>
	Number(FlowId) > 0 ? { FlowId: Number(FlowId) } : {};

/** Lists are paged in the body. */
export const paged = (list: string, key: Pages['key'], size: number): Pages => ({
	rows: countedRows(list),
	total: ({ TotalCount }) => countIn(TotalCount),
	at: (offset, limit) => ({ Offset: offset, Limit: limit }),
	place: 'body',
	size,
	key,
});

/** A list that comes whole in one answer. */
export const wholeList = (key: Pages['key'], rows: Pages['rows']): Pages => ({
	rows,
	total: (body) => rows(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

/** A record with its coded status in words too. */
export const withStatus = (record: IDataObject): IDataObject => ({
	...record,
	status: instanceStatus(record.Status).name,
});

const instanceList = (size: number): Pages => ({
	...paged('InstanceList', 'InstanceId', size),
	rows: (body) => countedRows('InstanceList')(body).map(withStatus),
});

export const instancePages = instanceList(100);

export const instanceDetailPages = instanceList(20);

/** Without a total, so that null is not an empty list. A route may be without a status. */
export const routeRows = (body: IDataObject): IDataObject[] =>
	listIn(body, 'Routers').map((route) => ({
		...route,
		...(route.Status != null && { status: routeStatus(route.Status).name }),
	}));

export const routePages = wholeList('RouteId', routeRows);

/** Regions come as a bare list, without a total. */
export const regionPages: Pages = {
	...paged('Result', 'RegionCodeV3', 100),
	total: undefined,
};

export const topicPages = paged('TopicList', 'TopicId', 50);

export const topicDetailPages = paged('TopicList', 'TopicId', 50);

export const groupPages = paged('GroupList', 'Group', 50);

export const userPages = paged('Users', 'Name', 50);

/** All rows of a list. */
export async function allRows(
	item: Item,
	request: ApiRequest,
	pages: Pages,
): Promise<IDataObject[]> {
	const page = async (next: ApiRequest) => await item.call(next);
	const { rows } = await readList(page, request, pages, Infinity);
	return rows;
}

/** The detail of one instance; `undefined` when there is none, as the list says it. */
export async function findInstance(item: Item, id: unknown): Promise<IDataObject | undefined> {
	const body = await item.call(listInstancesDetailed({ InstanceId: String(id) }));
	return instanceDetailPages.rows(body).find(({ InstanceId }) => InstanceId === id);
}

/** Whether a failure only says that there is no such instance (any more). */
export const isGone = (error: unknown): boolean =>
	error instanceof Failure &&
	error.kind === 'refused' &&
	NO_SUCH_INSTANCE.has(error.details.code ?? '');

/** A Unix time in seconds; the reference does not say whether the API's are seconds or milliseconds. */
export const inSeconds = (time: unknown): number => {
	const number = Number(time) || 0;
	return number > 100_000_000_000 ? number / 1000 : number;
};
