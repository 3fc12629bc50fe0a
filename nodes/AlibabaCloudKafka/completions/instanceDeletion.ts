import type { Completion, Observation } from '../../shared/contract/completion';
import type { Failure } from '../../shared/contract/failure';
import { asFailure } from '../../shared/contract/failure';
import { isDisowned, isGone } from '../api/decode';
import { writeRequest } from '../api/requests';
import { isOutOfService, isReleased } from '../api/status';
import { LOOKS_WITHOUT, observeInstance, watchedInstance } from './instance';
import { latest, persisted, trailing } from '../../shared/contract/completion';

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

/** Looks after which an instance that was out of service all along is believed to be released. */
const CHECKS_OUT_OF_SERVICE = 12;

const showsOutOfService = ({ record }: Observation) =>
	record !== undefined && isOutOfService(record);

/** A release: out of service, but still listed until it is deleted. */
export const instanceReleased: Completion = {
	...ending,
	isReached: (observations) => {
		const last = latest(observations);
		if (last.kind === 'gone' || (last.record !== undefined && isReleased(last.record))) return true;
		if (!showsOutOfService(last)) return false;
		// One that was stopped before its release looks the same from the start.
		return (
			!observations.every(showsOutOfService) ||
			persisted(observations, CHECKS_OUT_OF_SERVICE, ending.every)
		);
	},
};

/** Released instances may stay in the list with a status that says that they are no more. */
const isDeleted = ({ record }: Observation) =>
	record === undefined || String(record.ServiceStatus) === '10';

/** A deletion: until the instance is not listed any more, twice, as a list may miss one that is there. */
export const instanceDeleted: Completion = {
	...ending,
	isReached: (observations) => {
		const last = latest(observations);
		if (last.record !== undefined) return isDeleted(last);
		return trailing(observations, 'gone').length >= LOOKS_WITHOUT;
	},
};

/** Why a deletion is refused that is too early, or that was begun by an earlier look. */
const ON_ITS_WAY: ReadonlySet<string> = new Set([
	'InstanceStatus.NotReleased',
	'InstanceStatus.Released',
]);

const deleted: Observation = { status: 'not listed', kind: 'gone', record: { deleted: true } };

/** What has become of the deletions that were sent. */
interface Sent {
	/** Whether the service has accepted one, or may have. */
	accepted: boolean;
	/** How often it has said, before it accepted any, that the instance is not this account's. */
	disowned: number;
	/** How often in a row the list has not shown the instance. */
	unlisted: number;
}

/** Most times that a listed instance is said not to be this account's, before that is believed. */
const MOST_DISOWNED = 6;

/**
 * What an instance says of its deletion: one that is gone answers that it is not this account's, while the
 * list may still show it (terraform-provider-alicloud #9307, #9416, #9450).
 */
function afterRefusal(failure: Failure, observation: Observation, sent: Sent): Observation {
	if (isGone(failure)) return deleted;
	const { code = '' } = failure.details;
	if (ON_ITS_WAY.has(code)) return observation;
	if (!isDisowned(failure)) throw failure;
	if (sent.accepted) return deleted;
	// This account's list shows it: an earlier run has deleted it, or the user may not delete it.
	if (++sent.disowned >= MOST_DISOWNED) throw failure;
	return { ...observation, status: 'being deleted', kind: 'pending' };
}

/** The rest of a complete deletion: once the instance is released it is deleted, until it is gone. */
export const completelyDeleted: Completion = {
	...ending,
	always: true,
	// Each look may have to do something, which a list does not.
	batchRead: undefined,
	mark: async (): Promise<Sent> =>
		await Promise.resolve({ accepted: false, disowned: 0, unlisted: 0 }),
	observe: async (item, json, mark) => {
		const sent = mark as Sent;
		const observation = await observeInstance(item, json);
		const { record } = observation;
		if (!record) {
			const isBelieved = sent.accepted || ++sent.unlisted >= LOOKS_WITHOUT;
			return isBelieved ? deleted : { ...observation, kind: 'pending' };
		}
		sent.unlisted = 0;
		if (isDeleted(observation)) return deleted;
		if (!isReleased(record) && !isOutOfService(record)) return observation;
		try {
			await item.call(writeRequest('DeleteInstance', { InstanceId: json.InstanceId }));
			sent.accepted = true;
			return { ...observation, status: 'being deleted', kind: 'pending' };
		} catch (error) {
			const failure = asFailure(error);
			if (failure.mayHaveHappened) sent.accepted = true;
			if (failure.kind !== 'refused') throw failure;
			return afterRefusal(failure, observation, sent);
		}
	},
	isReached: (observations) => latest(observations).record?.deleted === true,
	advice:
		"Run this again to continue from the current state, or increase 'Maximum Wait (Minutes)'.",
};
