import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
import type { Pages } from '../../shared/contract/pages';
import { countIn, listIn } from '../../shared/contract/pages';
import { routeStatus, withStatus } from './status';

/** How each list is read page by page. */

/**
 * The rows of a list that comes with a total. CKafka's documents let many lists be null, "no valid
 * value": that is an empty one only where the total says so.
 *
 * @throws {Failure} `broken` when it is not there
 */
export const countedRows =
	(list: string, total = 'TotalCount') =>
	(body: IDataObject): IDataObject[] =>
		(body[list] ?? null) === null && countIn(body[total]) === 0 ? [] : listIn(body, list);

/**
 * An answer whose whole result is a list, with null for none: the producers of an idle topic, the
 * messages after the last one.
 *
 * @throws {Failure} `broken` when there is no result
 */
export const resultList = (body: IDataObject): IDataObject[] =>
	body.Result === null ? [] : listIn(body, 'Result');

/** Lists are paged in the body. */
export const paged = (list: string, key: Pages['key'], size: number): Pages => ({
	rows: countedRows(list),
	total: ({ TotalCount }) => countIn(TotalCount),
	at: (offset, limit) => ({ Offset: offset, Limit: limit }),
	sentIn: 'body',
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
		...(!isBlank(route.Status) && { status: routeStatus(route.Status).name }),
	}));

export const routePages = wholeList('RouteId', routeRows);

/** Regions come as a bare list, without a total. */
export const regionPages: Pages = {
	...paged('Result', 'RegionCodeV3', 100),
	total: undefined,
};

export const topicPages = paged('TopicList', 'TopicId', 50);

export const topicDetailPages = paged('TopicList', 'TopicId', 50);

/** While the service gathers the groups, it answers Status 0 without any. */
export const subscriberPages: Pages = {
	...paged('GroupsInfo', 'Group', 50),
	unready: ({ Status }) => Status === 0,
};

export const producerPages = wholeList(['IpAddr', 'Time'], resultList);

/** Older pages of the reference take 20 at most. */
export const replicaPages = paged('TopicInSyncReplicaList', 'Partition', 20);

export const allowedAddressPages = wholeList('CidrBlock', countedRows('IpWhitelist'));

/** Rows name their route in an object of its own. */
export const securityGroupPages: Pages = {
	...paged('SecurityGroupRoutes', ['InstanceId', 'RouteId'], 20),
	rows: (body) =>
		countedRows('SecurityGroupRoutes')(body).map(({ InstanceRoute: route, ...row }) => ({
			...(route as IDataObject | null),
			...row,
		})),
};

export const throttlingRulePages = paged('ThrottleRuleList', 'ThrottleRuleId', 200);

export const prometheusPages = wholeList(['Type', 'SourceIp', 'SourcePort'], resultList);

export const serverPages = wholeList('InstanceId', countedRows('CvmList'));

export const groupPages = paged('GroupList', 'Group', 50);

export const subscriptionPages = paged('GroupList', 'ConsumerGroupName', 50);

export const offsetPages = paged('TopicList', 'Topic', 50);

export const userPages = paged('Users', 'Name', 50);

export const aclPages = paged(
	'AclList',
	['ResourceType', 'ResourceName', 'Principal', 'Host', 'Operation', 'PermissionType'],
	50,
);

export const rulePages = wholeList('RuleName', countedRows('AclRuleList'));

/** Tags of the Tag service, which takes only offsets that are a multiple of the page size. */
export const tagPages: Pages = { ...paged('Tags', ['ResourceId', 'TagKey'], 20), numbered: true };
