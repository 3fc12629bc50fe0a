import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { persisted, trailing, latest } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isGone } from '../api/decode';
import { listSome } from '../../shared/request/readList';
import { instancePages } from '../api/pages';
import { listInstances, showInstance } from '../api/requests';
import { instanceStatusKind } from '../api/status';

/** How the end of an operation on an instance shows. Source: reference, 8.3; see docs/waiting.md. */

async function observeInstance(
	item: OperationContext,
	{ instance_id: id }: IDataObject,
): Promise<Observation> {
	try {
		const record = await item.call(showInstance(id));
		const status = String(record.status);
		return { status, kind: instanceStatusKind(status), record };
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
		return new Map(
			rows.map((record) => {
				const status = String(record.status);
				return [record.instance_id, { status, kind: instanceStatusKind(status), record }];
			}),
		);
	},
	id: ({ instance_id: id }) => id,
};

const named = ({ name, instance_id: id }: IDataObject) =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

/** Looks at which an instance runs but shows no address, after which it counts as ready all the same. */
const CHECKS_WITHOUT_ADDRESS = 8;

/** A new instance: the detail may answer 404 at first, and the address follows a little after RUNNING. */
export const instanceCreated: Completion = {
	first: 120,
	every: 20,
	batchRead,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		return observation.record ? observation : { ...observation, status: 'not visible' };
	},
	isReached: (observations) => {
		if (latest(observations).kind !== 'ready') return false;
		const running = observations.filter(({ kind }) => kind === 'ready');
		const hasAddress = Boolean(latest(observations).record?.connect_address);
		return hasAddress || persisted(running, CHECKS_WITHOUT_ADDRESS, instanceCreated.every);
	},
	isHopeless: (observations) => {
		const seenBefore = observations.some(({ record }) => record !== undefined);
		return (
			latest(observations).kind === 'failed' || (latest(observations).kind === 'gone' && seenBefore)
		);
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
		const { kind } = latest(observations);
		if (kind !== 'failed') return kind === 'gone';
		const lasting = persisted(
			trailing(observations, 'failed'),
			CHECKS_WITH_OLD_STATUS,
			instanceRestarted.every,
		);
		return lasting || observations.some((observation) => observation.kind === 'pending');
	},
	subject: named,
};

/** A deletion, during which the status can turn to ERROR for a while. */
export const instanceDeleted: Completion = {
	first: 30,
	every: 15,
	observe: observeInstance,
	batchRead,
	isReached: (observations) => latest(observations).kind === 'gone',
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
 * A resize: the instance shows RUNNING for a while before EXTENDING, so that only EXTENDING or the
 * new size tells that it has begun. The job ID of the answer is no task that could be looked up.
 */
export const instanceResized: Completion = {
	first: 30,
	every: 15,
	observe: observeInstance,
	batchRead,
	isReached: (observations, json) => {
		const { kind, record } = latest(observations);
		if (kind !== 'ready') return false;
		const grown = SIZES.every(
			([asked, shown]) => json[asked] === undefined || record?.[shown] === json[asked],
		);
		return grown || observations.some((observation) => observation.kind === 'pending');
	},
	isHopeless: (observations) => ['failed', 'gone'].includes(latest(observations).kind),
	subject: named,
};
