import type { Completion, Observation } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import { isGone } from '../api/decode';
import { writeRequest } from '../api/requests';
import { isReleased } from '../api/status';
import { observeInstance, watchedInstance } from './instance';
import { latest } from '../../shared/contract/completion';

/** The end of an instance: it is released, stays listed, and is gone once it is deleted. */

const ending: Pick<
	Completion,
	'first' | 'every' | 'observe' | 'batchRead' | 'isHopeless' | 'subject'
> = {
	...watchedInstance,
	first: 5,
	every: 10,
	isHopeless: () => false,
};

/** A release: out of service, but still listed until it is deleted. */
export const instanceReleased: Completion = {
	...ending,
	isReached: (observations) => {
		const { kind, record } = latest(observations);
		return kind === 'gone' || (record !== undefined && isReleased(record));
	},
};

/** Released instances may stay in the list with a status that says that they are no more. */
const isDeleted = ({ record }: Observation) =>
	record === undefined || String(record.ServiceStatus) === '10';

/** A deletion: until the instance is not listed any more. */
export const instanceDeleted: Completion = {
	...ending,
	isReached: (observations) => isDeleted(latest(observations)),
};

/** Why a deletion is refused that is too early, or that was begun by an earlier look. */
const ON_ITS_WAY: ReadonlySet<string> = new Set([
	'InstanceStatus.NotReleased',
	'InstanceStatus.Released',
]);

const deleted: Observation = { status: 'not listed', kind: 'gone', record: { deleted: true } };

/** The rest of a complete deletion: once the instance is released it is deleted, until it is gone. */
export const completelyDeleted: Completion = {
	...ending,
	always: true,
	// Each look may have to do something, which a list does not.
	batchRead: undefined,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		if (isDeleted(observation)) return deleted;
		if (!observation.record || !isReleased(observation.record)) return observation;
		try {
			await item.call(writeRequest('DeleteInstance', { InstanceId: json.InstanceId }));
			return { ...observation, status: 'being deleted', kind: 'pending' };
		} catch (error) {
			if (isGone(error)) return deleted;
			if (ON_ITS_WAY.has(asFailure(error).details.code ?? '')) return observation;
			throw asFailure(error);
		}
	},
	isReached: (observations) => latest(observations).record?.deleted === true,
	advice:
		"Run this again to continue from the current state, or increase 'Maximum Wait (Minutes)'.",
};
