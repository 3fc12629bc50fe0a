import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../shared/contract/badInput';
import type { StatusKind } from '../../shared/contract/completion';
import { isBlank } from '../../shared/contract/field';
import { isId } from '../../shared/contract/ids';
import type { FailureKind } from '../../shared/contract/failure';
import { Failure, asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { recall, remember } from '../../shared/create/recentCreates';
import { oneAtATime } from '../../shared/request/rateLimit';
import type { ApiRequest } from '../../shared/contract/vendor';
import { instancesOf } from '../api/pages';
import { isSameWord, withPlainTags } from '../api/records';
import { listInstances } from '../api/requests';
import { instanceStatus, waitsForDeployment } from '../api/status';

/** What an order gave: the older operations answer without the instance. */
export interface Order {
	OrderId?: string;
	InstanceId?: string;
	/** The answer was lost, and the instance found by comparing lists. */
	recovered?: true;
}

/** "order 1234 (instance alikafka_post-cn-1)" */
export const orderText = ({ OrderId, InstanceId }: IDataObject | Order): string => {
	const parts = [
		OrderId && `order ${String(OrderId)}`,
		InstanceId && `instance ${String(InstanceId)}`,
	].filter(Boolean);
	return parts.length > 1 ? `${parts[0]} (${parts[1]})` : String(parts[0]);
};

export const allInstances = async (item: OperationContext) =>
	instancesOf(await item.call(listInstances()));

/** IDs are numbers in one operation and text in another. */
function orderIn(answer: IDataObject): Order {
	const { OrderId, InstanceId } = { ...answer, ...(answer.Data as IDataObject | undefined) };
	if (!isId(OrderId) && !isId(InstanceId))
		throw new Failure('broken', 'the response does not say what was ordered');
	return {
		...(isId(OrderId) ? { OrderId: String(OrderId as string) } : {}),
		...(isId(InstanceId) ? { InstanceId: String(InstanceId as string) } : {}),
	};
}

/**
 * Places an order, once. The API has no client token and orders carry no name, so one whose answer was
 * lost is never sent again: what it made is looked for among the instances that were not there before.
 *
 * @param name What the instance is to be called when it is deployed
 * @throws {Failure} It was refused, or what became of it cannot be told; the text names what has appeared
 */
export async function placeOrder(
	item: OperationContext,
	request: ApiRequest,
	name?: unknown,
): Promise<Order> {
	const { clock, signal } = item;
	const place = async () => {
		const instances = await instancesBefore(item);
		throwIfTaken(instances, name);
		const before = new Set(instances.map(({ InstanceId }) => InstanceId));
		// As of now: looking for a lost order takes longer than they are remembered.
		const recent = recall(clock, keyOf(item));
		try {
			const order = orderIn(await item.call(request));
			item.note(`${item.action}: ${orderText(order)} placed`);
			return remembered(item, order);
		} catch (error) {
			const failure = asFailure(error);
			if (!failure.mayHaveHappened) throw failure;
			try {
				return remembered(item, await recover(item, request, { before, recent }, failure));
			} catch (recovering) {
				const open = asFailure(recovering);
				// A stopped execution keeps nothing but its log.
				item.note(`${item.action}: ${open.message}`);
				throw open;
			}
		}
	};
	// Of two that are placed at the same time, one that is lost could be taken for the other.
	return await oneAtATime(keyOf(item), place, { clock, signal });
}

/** What was known before an order was placed. */
interface Earlier {
	/** IDs of the instances that were listed. */
	before: ReadonlySet<unknown>;
	/** Orders that this process placed so recently that their instances may not have been listed. */
	recent: IDataObject[];
}

export const keyOf = (item: OperationContext) => `${item.addressee}|orders`;

/** The order, whose instance is not taken for that of another one: a list may show it late, or go back. */
function remembered(item: OperationContext, order: Order): Order {
	remember(item.clock, keyOf(item), [{ ...order }], 'OrderId');
	return order;
}

/** Kinds of what an instance is that serves, or will. */
export const IN_USE: ReadonlySet<StatusKind> = new Set(['pending', 'ready', 'unknown']);

/**
 * The service wants names to be unique in a region, but looks only when the instance is deployed, and is billed.
 *
 * @throws {BadInput} An instance that is deployed and not on its way out has the name
 */
function throwIfTaken(instances: IDataObject[], name: unknown): void {
	if (isBlank(name)) return;
	for (const row of instances) {
		const { status, kind } = instanceStatus(row);
		if (row.Name !== name || !(IN_USE.has(kind) || status === 'stopped')) continue;
		throw new BadInput(
			'Name',
			`is already the name of instance ${String(row.InstanceId)}, which is ${status}`,
			'Nothing was ordered, as an instance cannot be deployed with a name that is taken, but is billed. Enter another name, or continue with the existing instance.',
		);
	}
}

async function instancesBefore(item: OperationContext): Promise<IDataObject[]> {
	try {
		return await allInstances(item);
	} catch (error) {
		throw notOrdered(asFailure(error));
	}
}

const notOrdered = (failure: Failure) =>
	failure.kind === 'cancelled'
		? failure
		: failure.with({
				message: `could not list the existing instances: ${failure.message}`,
				advice: [failure.details.advice, 'Nothing was ordered.'].filter(Boolean).join(' '),
			});

/** Parameters of an order that its instance shows under the same name. */
const SHOWN = ['DeployType', 'PaidType', 'SpecType', 'DiskType', 'DiskSize', 'IoMaxSpec'];

/** What an instance shows of how it was bought that nothing changes later. */
export const LASTING = ['PaidType', 'DeployType'];

/** Whether nothing that both an instance and an order say is different. */
export const agrees = (
	record: IDataObject,
	asked: IDataObject = {},
	names: readonly string[] = SHOWN,
): boolean =>
	names.every(
		(name) =>
			isBlank(asked[name]) || isBlank(record[name]) || isSameWord(asked[name], record[name]),
	);

/** Whether an instance can come from an order: not deployed yet, and nothing speaks against it. */
const fits = (record: IDataObject, asked?: IDataObject) =>
	waitsForDeployment(record) && agrees(record, asked);

async function recover(
	item: OperationContext,
	{ body }: ApiRequest,
	earlier: Earlier,
	failure: Failure,
): Promise<Order> {
	const fresh = await freshInstances(item, body, earlier, failure);
	if (fresh.length === 1) {
		item.note(`${item.action}: the response was lost; found as ${fresh[0]}`);
		return { InstanceId: fresh[0], recovered: true };
	}
	throw failure.with({
		message: `${failure.message}; several instances that are waiting for deployment have appeared: ${fresh.join(', ')}`,
		advice:
			"One of them may come from this order. The order was not sent again, and none of the instances was deployed. Check in the console which one to keep, deploy it with the operation 'Deploy', and release the others.",
	});
}

/**
 * IDs of the instances that may come from the order. The one that appears first may be somebody
 * else's, so all looks are taken: by the last one the other has appeared too, or is being deployed.
 */
async function freshInstances(
	item: OperationContext,
	asked: IDataObject | undefined,
	earlier: Earlier,
	failure: Failure,
): Promise<string[]> {
	const seen = new Set<string>();
	let fresh: string[] = [];
	for (const duration of item.clock.times.order) {
		try {
			await item.pause(duration);
			fresh = await candidates(item, asked, earlier);
		} catch (error) {
			const why = `looking for it was not possible either (${asFailure(error).message})`;
			throw notFound(failure, why, seen);
		}
		for (const id of fresh) seen.add(id);
	}
	if (fresh.length > 0) return fresh;
	throw notFound(
		failure,
		'no new instance that is waiting for deployment has appeared since',
		seen,
	);
}

async function candidates(
	item: OperationContext,
	asked: IDataObject | undefined,
	{ before, recent }: Earlier,
): Promise<string[]> {
	const listed = await allInstances(item);
	const fresh = listed.filter((row) => !before.has(row.InstanceId) && fits(row, asked));
	const others = fresh.length > 0 ? await ofOtherOrders(item, recent) : undefined;
	return tagged(fresh, asked)
		.map(({ InstanceId }) => String(InstanceId))
		.filter((id) => !others?.has(id));
}

/**
 * Tags travel with an order: where an instance has all of them, the others are somebody else's. Where none
 * has them, they may only be shown later.
 */
function tagged(rows: IDataObject[], asked: IDataObject = {}): IDataObject[] {
	const tags = (asked.Tag ?? []) as Array<{ Key?: string; Value?: string }>;
	const hasAll = (row: IDataObject) => {
		const shown = (withPlainTags(row).Tags ?? []) as IDataObject[];
		return tags.every((tag) =>
			shown.some(({ Key, Value }) => Key === tag.Key && (Value ?? '') === (tag.Value ?? '')),
		);
	};
	const own = rows.filter(hasAll);
	return own.length > 0 ? own : rows;
}

async function ofOtherOrders(
	item: OperationContext,
	recent: IDataObject[],
): Promise<ReadonlySet<unknown>> {
	const ids = new Set<unknown>();
	for (const { OrderId, InstanceId } of recent) {
		ids.add(InstanceId);
		if (InstanceId !== undefined) continue;
		for (const row of await ofOrder(item, String(OrderId))) ids.add(row.InstanceId);
	}
	return ids;
}

/**
 * Of the first failure's kind, so that not even "Retry On Fail" orders again.
 *
 * @param seen Instances that have waited for deployment meanwhile
 */
const notFound = (failure: Failure, why: string, seen: Set<string>) =>
	failure.with({
		message: `${failure.message}; ${why}${meanwhile([...seen])}`,
		advice:
			"The order was not sent again. Check the orders in the console: if it is there, continue with 'Order ID to Resume' of 'Create and Deploy', or deploy its instance with 'Deploy'; if not, run this again.",
	});

const meanwhile = (seen: string[]) =>
	seen.length > 0 ? `; in the meantime, these were seen: ${seen.join(', ')}` : '';

/**
 * The instance of an order, which shows up a little after it.
 *
 * @param isServerless Whether the list cannot be asked for it: serverless instances have no order there
 * @returns What the list says of it
 * @throws {Failure} `unfinished`, it did not show up
 */
export async function instanceOfOrder(
	item: OperationContext,
	orderId: string,
	isServerless = false,
): Promise<IDataObject> {
	for (const duration of isServerless ? [0] : [0, ...item.clock.times.order]) {
		await item.pause(duration, `while searching for the instance of order ${orderId}`);
		const found = await ofOrder(item, orderId);
		if (found.length > 1) {
			const ids = found.map(({ InstanceId }) => InstanceId).join(', ');
			throw new Failure('refused', `Order ${orderId} has multiple instances: ${ids}`, {
				advice: "None of them was deployed. Deploy the one you want with the operation 'Deploy'.",
			});
		}
		if (found.length === 1) return found[0];
	}
	throw isServerless ? notByOrder(orderId) : notListed(orderId);
}

const notListed = (orderId: string) =>
	new Failure('unfinished', `No instance of order ${orderId} was found`, {
		advice:
			'Check the order ID and the region. A new order can take longer, and a serverless instance cannot be found by its order.',
	});

const notByOrder = (orderId: string) =>
	new Failure(
		'unfinished',
		`No instance of order ${orderId} was found, as the service does not find serverless instances by their order`,
		{ advice: 'Check the order ID and the region, and look for the instance in the console.' },
	);

/** How a look fails that may well succeed the next time. */
const PASSING: ReadonlySet<FailureKind> = new Set([
	'broken',
	'busy',
	'lost',
	'throttled',
	'unreachable',
]);

/** A fault of one look only costs this look. */
export async function ofOrder(item: OperationContext, orderId: string): Promise<IDataObject[]> {
	try {
		return instancesOf(await item.call(listInstances({ OrderId: orderId })));
	} catch (error) {
		const failure = asFailure(error);
		if (PASSING.has(failure.kind) && !failure.details.isLasting) return [];
		throw failure;
	}
}
