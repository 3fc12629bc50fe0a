import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { isBlank } from '../../shared/contract/field';
import type { MadeBefore } from '../../shared/contract/operation';
import type { ApiRequest } from '../../shared/contract/vendor';
import { recall } from '../../shared/create/recentCreates';
import { PAID_TYPE, createdAt, described, instanceNameOf } from '../api/records';
import { instanceStatus, waitsForDeployment } from '../api/status';
import { IN_USE, LASTING, agrees, allInstances, keyOf, ofOrder, orderText } from './orders';

/** How far back an execution is looked for that can be the one that is retried, milliseconds. */
const DAY = 24 * 60 * 60_000;

/** How far the clocks of n8n and the cloud may be apart, milliseconds; more, and no signature is accepted. */
const CLOCK_DIFFERENCE = 15 * 60_000;

/** The older operations say by their names how what they order is paid for. */
const PAID_BY: Readonly<Record<string, string>> = {
	CreatePostPayOrder: PAID_TYPE.payAsYouGo,
	CreatePrePayOrder: PAID_TYPE.subscription,
};

/** Parameters of a deployment that a deployed instance shows under the same name. */
const DEPLOYED = ['Name', 'VpcId'];

/** What there was before a run ordered anything. */
interface Before {
	instances: IDataObject[];
	/** Orders of this process whose instances are not listed yet. */
	unlisted: IDataObject[];
}

async function before(item: OperationContext): Promise<Before> {
	const recent = recall(item.clock, keyOf(item));
	const instances = await allInstances(item);
	const listed = new Set(instances.map(({ InstanceId }) => InstanceId));
	const unlisted: IDataObject[] = [];
	for (const order of recent) {
		const { OrderId, InstanceId } = order;
		const isListed =
			InstanceId === undefined
				? (await ofOrder(item, String(OrderId))).length > 0
				: listed.has(InstanceId);
		if (!isListed) unlisted.push(order);
	}
	return { instances, unlisted };
}

/** Whether an instance can come from an earlier execution of an order, in whatever state it is now. */
function canBeFrom(row: IDataObject, asked: IDataObject, oldest: number): boolean {
	if ((createdAt(row) ?? Infinity) < oldest) return false;
	if (instanceStatus(row).kind === 'gone' || !agrees(row, asked)) return false;
	const shown = { ...row, Name: instanceNameOf(row) };
	return waitsForDeployment(row) || agrees(shown, asked, DEPLOYED);
}

/** What is known of the instances and orders before this run. */
const beforeRun = async (item: OperationContext): Promise<Before> =>
	await item.oncePerRun(keyOf(item), async () => await before(item));

const isNamed = (row: IDataObject, { Name: name }: IDataObject): boolean =>
	!isBlank(name) && row.Name === name && instanceStatus(row).kind !== 'gone';

/** The instance of the name that one gets when it is deployed; the service wants it to be unique. */
export const deployedAs: NonNullable<MadeBefore['named']> = async (item, { body = {} }) => {
	if (isBlank(body.Name) || body.OrderId !== undefined) return undefined;
	const { instances } = await beforeRun(item);
	const [row, ...others] = instances.filter((one) => isNamed(one, body));
	if (row === undefined || others.length > 0) return undefined;
	const isIt = IN_USE.has(instanceStatus(row).kind) && agrees(row, body, [...LASTING, 'VpcId']);
	return isIt ? described(row) : undefined;
};

/**
 * Orders carry no name. So a retried execution places none while an instance of the last day fits it, or
 * one has the name that its instance is to get.
 *
 * @param goOn What the operation itself offers to go on with an order
 */
export const orderedBefore = (goOn: string): MadeBefore => ({
	async find(item: OperationContext, { api, body = {} }: ApiRequest) {
		// It goes on with an order, and places none.
		if (body.OrderId !== undefined) return [];
		const asked = { PaidType: PAID_BY[api], ...body };
		const { instances, unlisted } = await beforeRun(item);
		const oldest = item.clock.now() - DAY - CLOCK_DIFFERENCE;
		return [
			...instances
				.filter((row) => isNamed(row, asked) || canBeFrom(row, asked, oldest))
				.map((row) => `instance ${String(row.InstanceId)} (${instanceStatus(row).status})`),
			...unlisted.map(orderText),
		];
	},
	goOn: `To continue with what was ordered, ${goOn}`,
});
