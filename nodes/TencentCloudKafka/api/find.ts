import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { listMatching, onlyPage } from '../../shared/request/readList';
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
export async function findInstance(
	item: OperationContext,
	id: unknown,
): Promise<IDataObject | undefined> {
	const body = await item.call(listInstancesDetailed({ InstanceId: String(id) }));
	return onlyPage(body, instanceDetailPages).find(({ InstanceId }) => InstanceId === id);
}

/** The entry of a list that has just this name: search words find parts of names. */
async function named(
	item: OperationContext,
	request: ApiRequest,
	pages: Pages,
	key: string,
	name: unknown,
): Promise<IDataObject | undefined> {
	const [found] = await listMatching(item, request, pages, (row) => row[key] === name);
	return found;
}

const searching = (name: unknown): IDataObject => ({ SearchWord: String(name) });

export const findTopic = async (item: OperationContext, id: unknown, name: unknown) =>
	await named(item, listTopicsDetailed(id, searching(name)), topicDetailPages, 'TopicName', name);

export const findGroup = async (item: OperationContext, id: unknown, name: unknown) =>
	await named(item, listGroups(id, searching(name)), groupPages, 'Group', name);

export const findUser = async (item: OperationContext, id: unknown, name: unknown) =>
	await named(item, listUsers(id, searching(name)), userPages, 'Name', name);

export const findAclRule = async (item: OperationContext, id: unknown, name: unknown) =>
	await named(item, listAclRules(id, { RuleName: String(name) }), rulePages, 'RuleName', name);
