import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../shared/run/item';
import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import {
	allRows,
	countedRows,
	groupPages,
	inSeconds,
	listGroups,
	listTopicsDetailed,
	listUsers,
	paged,
	read,
	resultList,
	topicDetailPages,
	userPages,
	wholeList,
} from './requests';

/** What an instance holds: further lists, and how one entry of a list is found by its exact name. */

export const listOffsets = (instanceId: unknown, group: unknown): ApiRequest =>
	read('DescribeGroupOffsets', { InstanceId: String(instanceId), Group: String(group) });

/** @param name Topic or group; without one the ACLs of the cluster, or of all resources of the type */
export const listAcls = (instanceId: unknown, type: unknown, name?: string): ApiRequest =>
	read('DescribeACL', {
		InstanceId: String(instanceId),
		ResourceType: Number(type),
		...(name !== undefined && { ResourceName: name }),
	});

export const listAclRules = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	read('DescribeAclRule', { InstanceId: String(instanceId), ...filter });

/** While the service gathers the groups, it answers Status 0 without any. */
export const subscriberPages: Pages = {
	...paged('GroupsInfo', 'Group', 50),
	unready: ({ Status }) => Status === 0,
};

export const subscriptionPages = paged('GroupList', 'ConsumerGroupName', 50);

export const offsetPages = paged('TopicList', 'Topic', 50);

export const aclPages = paged(
	'AclList',
	['ResourceType', 'ResourceName', 'Principal', 'Host', 'Operation', 'PermissionType'],
	50,
);

export const producerPages = wholeList(['IpAddr', 'Time'], resultList);

export const rulePages = wholeList('RuleName', countedRows('AclRuleList'));

/**
 * The entry of a list that has just this name: search words find parts of names.
 *
 * @returns `undefined` when there is none
 */
async function named(
	item: Item,
	request: ApiRequest,
	pages: Pages,
	key: string,
	name: unknown,
): Promise<IDataObject | undefined> {
	return (await allRows(item, request, pages)).find((row) => row[key] === name);
}

const searching = (name: unknown): IDataObject => ({ SearchWord: String(name) });

export const findTopic = async (item: Item, id: unknown, name: unknown) =>
	await named(item, listTopicsDetailed(id, searching(name)), topicDetailPages, 'TopicName', name);

export const findGroup = async (item: Item, id: unknown, name: unknown) =>
	await named(item, listGroups(id, searching(name)), groupPages, 'Group', name);

export const findUser = async (item: Item, id: unknown, name: unknown) =>
	await named(item, listUsers(id, searching(name)), userPages, 'Name', name);

export const findAclRule = async (item: Item, id: unknown, name: unknown) =>
	await named(item, listAclRules(id, { RuleName: String(name) }), rulePages, 'RuleName', name);

/** When something was made, milliseconds since 1970; `undefined` where the list does not say so. */
export const madeAt = (time: unknown): number | undefined => inSeconds(time) * 1000 || undefined;
