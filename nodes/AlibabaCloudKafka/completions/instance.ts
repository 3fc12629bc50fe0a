import type { IDataObject } from 'n8n-workflow';

import type { Completion, Sight } from '../../shared/contract/completion';
import { lasted } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { Item } from '../../shared/run/item';
import { isGone } from '../api/decode';
import { orderText } from '../orders/orders';
import { findInstance, instancesOf, listInstances, writing } from '../api/requests';
import { described } from '../api/records';
import { instanceStatus, isReleased } from '../api/status';

/** How long operations take and how their end shows: see docs/waiting.md. */

/** Looks at an instance in the list, which is the only place that shows its status. */
export async function lookAtInstance(item: Item, { InstanceId: id }: IDataObject): Promise<Sight> {
	const record = await findInstance(item, id);
	if (!record) return { status: 'not listed', kind: 'gone' };
	return { ...instanceStatus(record), record: described(record) };
}

/** All instances at once, for many that are waited for. */
const listed: Completion['listed'] = {
	what: 'instances',
	read: async (item) =>
		new Map(
			instancesOf(await item.call(listInstances())).map((record) => [
				record.InstanceId,
				{ ...instanceStatus(record), record: described(record) },
			]),
		),
	id: ({ InstanceId: id }) => id,
};

export const last = (sights: Sight[]): Sight => sights[sights.length - 1];

const named = ({ InstanceId: id }: IDataObject) => `instance ${String(id)}`;

/** An instance that was there and will not come to serve: failed, gone, or past its time. */
const lost = (sights: Sight[]): boolean => {
	const { kind, status } = last(sights);
	const seenBefore = sights.some(({ record }) => record !== undefined);
	return kind === 'failed' || status === 'expired' || (kind === 'gone' && seenBefore);
};

/** A deployment: waiting for deployment for a moment more, then 10 to 40 minutes until it runs. */
export const instanceDeployed: Completion = {
	first: 60,
	every: 15,
	look: lookAtInstance,
	listed,
	reached: (sights) => last(sights).kind === 'ready',
	hopeless: lost,
	subject: orderText,
};

/** How an instance shows what was asked for: `Config` as a text in `AllConfig`, the rest as it is. */
function shows(record: IDataObject, json: IDataObject): boolean {
	const { Config: config, ...asked } = json;
	const settings = config === undefined ? {} : settingsOf(config);
	const present = settingsOf(record.AllConfig);
	return (
		Object.entries(settings).every(([name, value]) => String(present[name]) === String(value)) &&
		Object.entries(asked).every(
			([name, value]) =>
				value === undefined || record[name] === undefined || String(record[name]) === String(value),
		)
	);
}

function settingsOf(text: unknown): IDataObject {
	try {
		return (JSON.parse(String(text)) ?? {}) as IDataObject;
	} catch {
		return {};
	}
}

/**
 * A change: the instance still runs for a while before it begins, so that only the new values, or
 * having seen it at work, tell that it has happened.
 */
export const instanceChanged: Completion = {
	first: 30,
	every: 15,
	longest: 30,
	look: lookAtInstance,
	listed,
	reached: (sights, json) => {
		const { kind, record } = last(sights);
		return kind === 'ready' && shows(record ?? {}, json);
	},
	hopeless: lost,
	subject: named,
};

/** Looks after which an upgrade that shows neither work nor a difference is believed to be done. */
const LOOKS_WITHOUT_CHANGE = 20;

/** Larger specifications; the list shows the number of topics under another name, and the order not at all. */
export const instanceUpgraded: Completion = {
	...instanceChanged,
	reached: (sights, { OrderId: _, EipModel: __, TopicQuota: topics, ...asked }) => {
		if (!instanceChanged.reached(sights, asked)) return false;
		const { TopicNumLimit: shown } = last(sights).record ?? {};
		const began = sights.some(({ kind }) => kind === 'pending');
		return (
			String(shown) === String(topics) ||
			began ||
			lasted(sights, LOOKS_WITHOUT_CHANGE, instanceUpgraded.every)
		);
	},
};

const versionOf = (record: IDataObject = {}) =>
	(record.UpgradeServiceDetailInfo as IDataObject | undefined)?.Current2OpenSourceVersion;

/** An upgrade of the version: its task begins about a minute after the answer. */
export const versionUpgraded: Completion = {
	first: 60,
	every: 15,
	longest: 30,
	look: lookAtInstance,
	listed,
	reached: (sights, { TargetVersion: target }) => {
		const { kind, record } = last(sights);
		if (kind !== 'ready' || versionOf(record) !== target) return false;
		const began = sights.some(
			(sight) => sight.kind === 'pending' || versionOf(sight.record) !== target,
		);
		return began || lasted(sights, LOOKS_WITHOUT_CHANGE, versionUpgraded.every);
	},
	hopeless: lost,
	subject: named,
};

/** A conversion to a subscription, which shows as its billing mode. */
export const convertedToSubscription: Completion = {
	first: 5,
	every: 10,
	look: lookAtInstance,
	listed,
	reached: (sights) => String(last(sights).record?.PaidType) === '0',
	hopeless: lost,
	subject: orderText,
};

/** A stop, which only the newer status shows. */
export const instanceStopped: Completion = {
	first: 10,
	every: 10,
	look: lookAtInstance,
	listed,
	reached: (sights) => last(sights).status === 'stopped',
	hopeless: lost,
	subject: named,
};

/** A start after a stop. */
export const instanceReopened: Completion = { ...instanceDeployed, first: 10, every: 10 };

/** A release: out of service, but still listed until it is deleted. */
export const instanceReleased: Completion = {
	first: 5,
	every: 10,
	look: lookAtInstance,
	listed,
	reached: (sights) => {
		const { kind, record } = last(sights);
		return kind === 'gone' || (record !== undefined && isReleased(record));
	},
	hopeless: () => false,
	subject: named,
};

/** Released instances may stay in the list with a status that says that they are no more. */
const isDeleted = ({ record }: Sight) =>
	record === undefined || String(record.ServiceStatus) === '10';

/** A deletion: until the instance is not listed any more. */
export const instanceDeleted: Completion = {
	first: 5,
	every: 10,
	look: lookAtInstance,
	listed,
	reached: (sights) => isDeleted(last(sights)),
	hopeless: () => false,
	subject: named,
};

/** Why a deletion is refused that is too early, or that was begun by an earlier look. */
const ON_ITS_WAY: ReadonlySet<string> = new Set([
	'InstanceStatus.NotReleased',
	'InstanceStatus.Released',
]);

/** The rest of a complete deletion: once the instance is released it is deleted, until it is gone. */
export const completelyDeleted: Completion = {
	...instanceDeleted,
	always: true,
	// Each look may have to do something, which a list does not.
	listed: undefined,
	look: async (item, json) => {
		const sight = await lookAtInstance(item, json);
		if (isDeleted(sight)) return deleted;
		if (!sight.record || !isReleased(sight.record)) return sight;
		try {
			await item.call(writing('DeleteInstance', { InstanceId: json.InstanceId }));
			return { ...sight, status: 'being deleted', kind: 'pending' };
		} catch (error) {
			if (isGone(error)) return deleted;
			if (ON_ITS_WAY.has(asFailure(error).details.code ?? '')) return sight;
			throw asFailure(error);
		}
	},
	reached: (sights) => last(sights).record?.deleted === true,
	mend: "Run this again to continue from the current state, or increase 'Maximum Wait (Minutes)'.",
};

const deleted: Sight = { status: 'not listed', kind: 'gone', record: { deleted: true } };
