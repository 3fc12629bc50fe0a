import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { persisted, trailing, latest } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isGone } from '../api/decode';
import { listSome } from '../../shared/request/readList';
import { isObject } from '../../shared/request/serviceFailure';
import { instancePages } from '../api/pages';
import { listInstances, showInstance } from '../api/requests';
import { instanceStatusKind, isRecycled } from '../api/status';
import { missingTags, tagsMissing } from './missingTags';
import { keptUntil, recycled } from './recycled';

/** How the end of an operation on an instance shows. Source: reference, 8.3; see docs/waiting.md. */

const observationOf = (record: IDataObject): Observation => ({
	status: String(record.status ?? 'unknown'),
	kind: instanceStatusKind(record.status),
	record,
});

/** One look at an instance; `gone` where there is none. */
export async function observeInstance(
	item: OperationContext,
	{ instance_id: id }: IDataObject,
): Promise<Observation> {
	try {
		return observationOf(await item.call(showInstance(id)));
	} catch (error) {
		// The list hides an instance while it is still being deleted; only the detail's 404 is the end.
		if (isGone(error)) return { status: 'DELETED', kind: 'gone' };
		throw asFailure(error);
	}
}

/** Many instances at once; one that is not listed, as while it is deleted, is looked at by itself. */
const batchRead: Completion['batchRead'] = {
	what: 'instances',
	read: async (item) => {
		const rows = await listSome(item, listInstances(), instancePages);
		return new Map(rows.map((record) => [record.instance_id, observationOf(record)]));
	},
	id: ({ instance_id: id }) => id,
};

const named = ({ name, instance_id: id }: IDataObject) =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

/** Whether somebody has deleted it meanwhile. */
const isOver = ({ kind, status }: Observation) => kind === 'gone' || isRecycled(status);

/** Looks at which an instance runs but shows no address, after which it counts as ready all the same. */
const CHECKS_WITHOUT_ADDRESS = 8;

/** Why a new instance is not there: an order that is not paid automatically waits for its payment. */
function unseen(item: OperationContext): string {
	const options = item.nodeParameter<unknown>('options');
	const form = isObject(options) && isObject(options.bssParam) ? options.bssParam.entry : undefined;
	if (!isObject(form) || form.chargingMode !== 'prePaid' || form.isAutoPay === true)
		return 'not visible';
	return 'not visible: its order may have to be paid in the Billing Center';
}

/** A new instance: the detail may answer 404 at first, and the address follows a little after RUNNING. */
export const instanceCreated: Completion = {
	first: 120,
	every: 20,
	batchRead,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		if (!observation.record) return { ...observation, status: unseen(item) };
		if (observation.kind !== 'ready') return observation;
		const keys = await missingTags(item, { ...json, ...observation.record });
		if (keys.length === 0) return observation;
		return { ...observation, record: { ...observation.record, missingTags: keys } };
	},
	told: ({ record = {} }) =>
		Array.isArray(record.missingTags) ? tagsMissing(record.missingTags as string[]) : {},
	isReached: (observations) => {
		if (latest(observations).kind !== 'ready') return false;
		const running = observations.filter(({ kind }) => kind === 'ready');
		const hasAddress = Boolean(latest(observations).record?.connect_address);
		return hasAddress || persisted(running, CHECKS_WITHOUT_ADDRESS, instanceCreated.every);
	},
	isHopeless: (observations) => {
		const seenBefore = observations.some(({ record }) => record !== undefined);
		return latest(observations).kind === 'failed' || (isOver(latest(observations)) && seenBefore);
	},
	subject: named,
};

/** Looks after which a failed status is no longer taken for the one from before the restart. */
const CHECKS_WITH_OLD_STATUS = 4;

/**
 * A restart: the instance still shows RUNNING for a while before the restart begins, or ERROR where that
 * is what the restart is meant to cure.
 */
export const instanceRestarted: Completion = {
	first: 10,
	every: 10,
	longest: 30,
	observe: observeInstance,
	batchRead,
	isReached: (observations) =>
		latest(observations).kind === 'ready' &&
		observations.some(({ kind }) => kind === 'pending' || kind === 'failed'),
	isHopeless: (observations) => {
		if (latest(observations).kind !== 'failed') return isOver(latest(observations));
		const lasting = persisted(
			trailing(observations, 'failed'),
			CHECKS_WITH_OLD_STATUS,
			instanceRestarted.every,
		);
		return lasting || observations.some((observation) => observation.kind === 'pending');
	},
	subject: named,
};

/** Looks that find nothing of an instance, after which it is believed that it is deleted. */
const CHECKS_WITHOUT_INSTANCE = 2;

/** Seconds that these take at least: one that was just created may not be shown yet. */
const UNSEEN = 10;

/** Whether it is gone: it was there before, or was missing for longer than records lag behind. */
const isDeleted = (observations: Observation[]): boolean =>
	latest(observations).kind === 'gone' &&
	(observations.some(({ kind }) => kind !== 'gone') ||
		persisted(observations, CHECKS_WITHOUT_INSTANCE, UNSEEN));

/** A deletion, during which the status can turn to ERROR for a while. It may end in the recycle bin. */
export const instanceDeleted: Completion = {
	first: 30,
	every: 15,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		if (!isRecycled(observation.status)) return observation;
		const until = await keptUntil(item, json.instance_id);
		return { ...observation, record: { ...observation.record, ...recycled(until) } };
	},
	batchRead,
	isReached: (observations) => isDeleted(observations) || isRecycled(latest(observations).status),
	told: ({ status, record = {} }) => {
		if (!isRecycled(status)) return {};
		return recycled(record.recycledUntil as string | undefined);
	},
	isHopeless: () => false,
	subject: named,
};

/** What the new size is called in a request, and where an instance shows it. */
const SIZES = [
	['new_product_id', 'product_id'],
	['new_broker_num', 'broker_num'],
	['new_storage_space', 'total_storage_space'],
] as const;

/**
 * A flavor by its alias: `kafka.8u16g.cluster` is read back as `c6.8u16g.cluster` (sbercloud #279), and
 * may be the other way round.
 */
const ALIAS = /^kafka(\..+)$/;

function isSame(shown: unknown, asked: unknown): boolean {
	const [one, other] = [shown ?? '', asked].map((value) => String(value).toLowerCase());
	const isAliasOf = (alias: string, flavor: string) => {
		const size = ALIAS.exec(alias)?.[1];
		return size !== undefined && flavor.endsWith(size);
	};
	return one === other || isAliasOf(other, one) || isAliasOf(one, other);
}

const isGrown = (record: IDataObject | undefined, json: IDataObject): boolean =>
	SIZES.every(
		([asked, shown]) => json[asked] === undefined || isSame(record?.[shown], json[asked]),
	);

/** Looks at which an instance runs again with another size than the requested one, after which that is told. */
const CHECKS_WITHOUT_SIZE = 3;

const OTHER_SIZE =
	'The instance runs again, but does not show the requested size. Check its flavor, brokers, and storage before you rely on them.';

/**
 * A resize: the instance shows RUNNING for a while before EXTENDING, so that only EXTENDING or the
 * new size tells that it has begun. The job ID of the answer is no task that could be looked up.
 */
export const instanceResized: Completion = {
	first: 30,
	every: 15,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		if (observation.kind !== 'ready' || isGrown(observation.record, json)) return observation;
		return { ...observation, record: { ...observation.record, resized: false } };
	},
	batchRead,
	isReached: (observations, json) => {
		const { kind, record } = latest(observations);
		if (kind !== 'ready') return false;
		const hasBegun = observations.some((observation) => observation.kind === 'pending');
		const runs = trailing(observations, 'ready');
		return (
			isGrown(record, json) ||
			(hasBegun && persisted(runs, CHECKS_WITHOUT_SIZE, instanceResized.every))
		);
	},
	told: ({ record }) => (record?.resized === false ? { resized: false, note: OTHER_SIZE } : {}),
	isHopeless: (observations) =>
		latest(observations).kind === 'failed' || isOver(latest(observations)),
	subject: named,
};
