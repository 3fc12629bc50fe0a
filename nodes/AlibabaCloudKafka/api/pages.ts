import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { countIn, noList } from '../../shared/contract/pages';
import { ACL_PARTS, unwrapped, withPlainTags, withoutPassword } from './records';

/** How each list of the API is read. Most come whole in one answer. */

/**
 * Rows of a list in an answer: `{"InstanceList": {"InstanceVO": [...]}}`, or the bare list that the
 * reference prints.
 *
 * @throws {Failure} `broken` when the list is not there: taken for empty, it would say that nothing is left
 */
export const rowsOf =
	(list: string, entry: string) =>
	(body: IDataObject): IDataObject[] => {
		const found = unwrapped(body[list], entry);
		if (found) return found;
		throw noList(list);
	};

/** A list that comes whole in one answer. */
export const wholeList = (list: string, entry: string, key: string | readonly string[]): Pages => ({
	rows: rowsOf(list, entry),
	total: (body) => rowsOf(list, entry)(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

export const instancePages = wholeList('InstanceList', 'InstanceVO', 'InstanceId');

export const instancesOf = rowsOf('InstanceList', 'InstanceVO');

/**
 * IDs of GetAllInstanceIdList by region: a map, or a list that holds the map.
 *
 * @throws {Failure} `broken` when it is neither, or a region's IDs are no list
 */
export function idsByRegion({ InstanceIds: given }: IDataObject): Map<string, string[]> {
	const maps: unknown[] = Array.isArray(given) ? given : [given];
	const found = maps.flatMap((map) => {
		if (typeof map !== 'object' || map === null) throw noList('InstanceIds');
		return Object.entries(map);
	});
	const byRegion = new Map<string, string[]>();
	for (const [region, ids] of found) {
		if (!Array.isArray(ids)) throw noList('InstanceIds');
		byRegion.set(region, [...(byRegion.get(region) ?? []), ...ids.map(String)]);
	}
	return byRegion;
}

const topicsOf = rowsOf('TopicList', 'TopicVO');

/**
 * Pages are numbered from 1, and both numbers are sent as text. How large a page may be is not stated;
 * the Terraform provider reads 50 at a time.
 */
export const topicPages: Pages = {
	rows: (body) => topicsOf(body).map(withPlainTags),
	total: ({ Total }) => countIn(Total),
	at: (offset, size) => ({ CurrentPage: String(offset / size + 1), PageSize: String(size) }),
	size: 50,
	numbered: true,
	key: 'Topic',
};

const groupsOf = rowsOf('ConsumerList', 'ConsumerVO');

/**
 * Pages of 10, as the newer SDK has them. A service that knows no pages gives all groups at once: only an
 * answer that holds fewer groups than it counts leaves some for further pages.
 */
export const groupPages: Pages = {
	rows: (body) => groupsOf(body).map(withPlainTags),
	total: (body) => {
		const total = Number(body.Total ?? 0);
		return groupsOf(body).length < total ? total : 0;
	},
	at: (offset, size) => ({ CurrentPage: offset / size + 1, PageSize: size }),
	size: 10,
	numbered: true,
	key: 'ConsumerId',
};

const usersOf = rowsOf('SaslUserList', 'SaslUserVO');

export const userPages: Pages = {
	...wholeList('SaslUserList', 'SaslUserVO', ['Username', 'Type', 'Mechanism']),
	rows: (body) => usersOf(body).map(withoutPassword),
};

export const aclPages = wholeList('KafkaAclList', 'KafkaAclVO', [
	...ACL_PARTS,
	'AclPermissionType',
	'Host',
]);

export const messagePages = wholeList('MessageList', 'MessageVO', ['Topic', 'Partition', 'Offset']);

const dataOf = ({ Data: data }: IDataObject) => (data ?? {}) as IDataObject;

/** Where a number of seconds ends and one of milliseconds begins, as times since 1970 go. */
const LEAST_MILLISECONDS = 100_000_000_000;

/** Times of alarms come in seconds as well as in milliseconds. */
function withMilliseconds({ LastAlarmTime: time, ...risk }: IDataObject): IDataObject {
	const seconds = countIn(time) ?? 0;
	const isSeconds = seconds > 0 && seconds < LEAST_MILLISECONDS;
	return {
		...risk,
		...(time !== undefined && { LastAlarmTime: isSeconds ? seconds * 1000 : time }),
	};
}

/**
 * Risks, which have no ID. Whether the start counts entries or pages is not documented; how large a page
 * may be is not either, and the example has 10.
 */
export const riskPages: Pages = {
	rows: (body) => rowsOf('RiskList', 'RiskList')(dataOf(body)).map(withMilliseconds),
	total: (body) => countIn(dataOf(body).Total),
	at: (offset, size) => ({ StartIndex: offset, PageSize: size }),
	orAt: (offset, size) => ({ StartIndex: offset / size, PageSize: size }),
	size: 10,
	numbered: true,
	key: ['Type', 'Name', 'ReportType', 'ReportValue', 'CreateTime'],
};

/** Rebalances of a consumer group, which come whole. */
export const rebalancePages: Pages = {
	...wholeList('RebalanceInfoList', 'RebalanceInfoList', ['Generation', 'LastRebalanceTimestamp']),
	rows: (body) => rowsOf('RebalanceInfoList', 'RebalanceInfoList')(dataOf(body)),
};

/** Scaling rules, wrapped twice under one name, as are their days. */
export const scalingRulesOf = (body: IDataObject): IDataObject[] =>
	rowsOf(
		'ScheduledScalingRules',
		'ScheduledScalingRules',
	)(dataOf(body)).map(({ WeeklyTypes: days, ...rule }) => ({
		...rule,
		...(days !== undefined && { WeeklyTypes: unwrapped(days, 'WeeklyTypes') ?? [] }),
	}));

export const scalingRulePages: Pages = {
	...wholeList('ScheduledScalingRules', 'ScheduledScalingRules', 'RuleName'),
	rows: scalingRulesOf,
};

/** The pages of a list of tags follow a token; their size is the service's. */
export const tagPages: Pages = {
	rows: rowsOf('TagResources', 'TagResource'),
	at: () => ({}),
	next: ({ NextToken }) => (NextToken ? { NextToken } : undefined),
	size: Infinity,
	key: ['ResourceId', 'TagKey'],
};
