import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import type { Operation, OperationKind } from '../../shared/contract/operation';
import { post } from '../../shared/contract/operation';
import type { ApiRequest, Effect } from '../../shared/contract/vendor';
import { isGone } from './decode';
import type { Caller } from '../../shared/request/readList';
import { listMatching } from '../../shared/request/readList';
import { groupPages, instancesOf, scalingRulePages, topicPages, userPages } from './pages';
import { isSameUser, userOf } from './records';

/** Requests that operations, list searches and the trigger have in common. */

/** What every operation of the API is on the wire; the operation itself is named by `api`. */
const LINE = post('/');

/**
 * The request line of an operation: RPC sends everything with POST, so that its kind says what the
 * method cannot.
 *
 * @param api Name of the operation in the API reference
 */
export const operation = (
	kind: OperationKind,
	api: string,
): Pick<Operation, 'api' | 'request' | 'kind'> => ({ api, request: LINE, kind });

/** The request line of an operation that only reads. */
export const readOperation = (api: string) => operation('read', api);

const request = (api: string, effect: Effect, body: IDataObject): ApiRequest => ({
	api,
	effect,
	...LINE,
	body,
});

/** A request that only reads. */
export const readRequest = (api: string, body: IDataObject = {}): ApiRequest =>
	request(api, 'read', body);

/** A request that changes something. */
export const writeRequest = (api: string, body: IDataObject = {}): ApiRequest =>
	request(api, 'write', body);

export const listInstances = (filter: IDataObject = {}): ApiRequest =>
	readRequest('GetInstanceList', filter);

export const listTopics = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	readRequest('GetTopicList', { InstanceId: String(instanceId), ...filter });

export const listGroups = (instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
	readRequest('GetConsumerList', { InstanceId: String(instanceId), ...filter });

export const listUsers = (instanceId: unknown): ApiRequest =>
	readRequest('DescribeSaslUsers', { InstanceId: String(instanceId) });

export const listScalingRules = (instanceId: unknown): ApiRequest =>
	readRequest('GetAutoScalingConfiguration', { InstanceId: String(instanceId) });

/** The scaling rule of this exact name, as a list of one or none. */
export async function scalingRulesNamed(caller: Caller, instanceId: unknown, name: unknown) {
	const list = listScalingRules(instanceId);
	return await listMatching(caller, list, scalingRulePages, ({ RuleName }) => RuleName === name);
}

/** One instance, or `undefined` when it is not listed (any more). */
export async function findInstance(caller: Caller, id: unknown): Promise<IDataObject | undefined> {
	try {
		const found = instancesOf(await caller.call(listInstances({ InstanceId: [String(id)] })));
		return found.find(({ InstanceId }) => InstanceId === id);
	} catch (error) {
		if (isGone(error)) return undefined;
		throw asFailure(error);
	}
}

/** The topic of this exact name, as a list of one or none. */
export async function topicsNamed(caller: Caller, instanceId: unknown, name: unknown) {
	const list = listTopics(instanceId, { Topic: String(name) });
	return await listMatching(caller, list, topicPages, ({ Topic }) => Topic === name);
}

/** The consumer group of this exact name, as a list of one or none. */
export async function groupsNamed(caller: Caller, instanceId: unknown, name: unknown) {
	const list = listGroups(instanceId, { ConsumerId: String(name) });
	return await listMatching(caller, list, groupPages, ({ ConsumerId }) => ConsumerId === name);
}

/** The SASL users of this exact name, type and mechanism, as far as both say one. */
export async function usersLike(caller: Caller, wanted: IDataObject): Promise<IDataObject[]> {
	const { InstanceId } = userOf(wanted);
	const isMeant = (record: IDataObject) => isSameUser(record, wanted);
	const found = await listMatching(caller, listUsers(InstanceId), userPages, isMeant);
	return found.map((record) => ({ ...record, InstanceId }));
}

/** What the list says of an instance, where the user may read it: not all that change one may. */
export async function knownInstance(caller: Caller, id: unknown): Promise<IDataObject | undefined> {
	try {
		return await findInstance(caller, id);
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'refused') return undefined;
		throw failure;
	}
}

/** Looks for an instance until the list shows it: one that was ordered a moment ago is listed late. */
export async function findListedInstance(
	item: OperationContext,
	id: string,
): Promise<IDataObject | undefined> {
	for (const duration of [0, ...item.clock.times.search]) {
		await item.pause(duration, `while looking for instance ${id}`);
		const record = await findInstance(item, id);
		if (record) return record;
	}
	return undefined;
}
