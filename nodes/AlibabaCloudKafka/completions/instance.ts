import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { instancesOf } from '../api/pages';
import { PAID_TYPE, described } from '../api/records';
import { findInstance, listInstances } from '../api/requests';
import { instanceStatus, isOutOfService } from '../api/status';
import { orderText } from '../orders/orders';
import { isReady, latest, trailing } from '../../shared/contract/completion';

/** How an instance comes to serve, and stops. How long it takes and how its end shows: docs/waiting.md. */

const sightOf = (record: IDataObject): Observation => ({
	...instanceStatus(record),
	record: described(record),
});

/** Looks at an instance in the list, which is the only place that shows its status. */
export async function observeInstance(
	item: OperationContext,
	{ InstanceId: id }: IDataObject,
): Promise<Observation> {
	const record = await findInstance(item, id);
	return record ? sightOf(record) : { status: 'not listed', kind: 'gone' };
}

/** All instances at once, for many that are waited for. */
const batchRead: Completion['batchRead'] = {
	what: 'instances',
	read: async (item) =>
		new Map(
			instancesOf(await item.call(listInstances())).map((record) => [
				record.InstanceId,
				sightOf(record),
			]),
		),
	id: ({ InstanceId: id }) => id,
};

/** Looks in a row without something that was listed, after which it is believed to be gone: lists lag. */
export const LOOKS_WITHOUT = 2;

/** An instance that was there and will not come to serve: failed, gone, or past its time. */
const lost = (observations: Observation[]): boolean => {
	const { kind, status } = latest(observations);
	const seenBefore = observations.some(({ record }) => record !== undefined);
	const isGone = trailing(observations, 'gone').length >= LOOKS_WITHOUT && seenBefore;
	return kind === 'failed' || status === 'expired' || isGone;
};

/** What waiting for an instance has in common: it is looked at alone or in the list, and may be lost. */
export const watchedInstance = {
	observe: observeInstance,
	batchRead,
	isHopeless: lost,
	subject: ({ InstanceId: id }) => `instance ${String(id)}`,
} satisfies Partial<Completion>;

/** A deployment: waiting for deployment for a moment more, then 10 to 40 minutes until it runs. */
export const instanceDeployed: Completion = {
	...watchedInstance,
	first: 60,
	every: 15,
	isReached: isReady,
	subject: orderText,
};

/** A stop; the older status says of a stopped instance only that it is out of service. */
export const instanceStopped: Completion = {
	...watchedInstance,
	first: 10,
	every: 10,
	isReached: (observations) => {
		const { status, record } = latest(observations);
		return status === 'stopped' || (record !== undefined && isOutOfService(record));
	},
};

/** A start after a stop. */
export const instanceReopened: Completion = { ...instanceDeployed, first: 10, every: 10 };

/** A conversion to a subscription, which shows as its billing mode. */
export const convertedToSubscription: Completion = {
	...watchedInstance,
	first: 5,
	every: 10,
	isReached: (observations) =>
		String(latest(observations).record?.PaidType) === PAID_TYPE.subscription,
	subject: orderText,
};
