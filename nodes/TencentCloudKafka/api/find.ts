import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../shared/run/item';
import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { listAll } from './listAll';
import { groupPages, instanceDetailPages, rulePages, topicDetailPages, userPages } from './pages';
import {
	listAclRules,
	listGroups,
	listInstancesDetailed,
	listTopicsDetailed,
	listUsers,
} from './requests';

/** How one entry of a list is found by its ID or its exact name; `undefined` when there is none. */

/** The details of an instance. */
export async function findInstance(item: Item, id: unknown): Promise<IDataObject | undefined> {
	const body = await item.call(listInstancesDetailed({ InstanceId: String(id) }));
	return instanceDetailPages.rows(body).find(({ InstanceId }) => InstanceId === id);
}

/** The entry of a list that has just this name: search words find parts of names. */
async function named(
	item: Item,
	request: ApiRequest,
	pages: Pages,
	key: string,
	name: unknown,
): Promise<IDataObject | undefined> {
	return (await listAll(item, request, pages)).find((row) => row[key] === name);
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
