import type { IDataObject } from 'n8n-workflow';

import { asFailure, type Failure } from '../../shared/contract/failure';
import type { FleetInstance } from '../../shared/fleet/record';
import type { DeleteHow, FleetVendor } from '../../shared/fleet/vendor';
import { pause } from '../../shared/request/clock';
import type { Connection } from '../../shared/request/connection';
import type { Target } from '../run/target';

/** What became of one instance of a run. */
export const OUTCOMES = [
	'deleted',
	'deletionStarted',
	'inRecycleBin',
	'releasedOnly',
	'wouldDelete',
	'kept',
	'alreadyDeleting',
	'alreadyGone',
	'refused',
	'unknownOutcome',
	'notTried',
	'repeated',
] as const;
export type OutcomeWord = (typeof OUTCOMES)[number];

export interface Outcome {
	outcome: OutcomeWord;
	/** A full sentence; "" where the word says it all. */
	message: string;
	failure?: Failure;
	/** What else is known, such as `deletesAt`. */
	more?: IDataObject;
}

const STARTED = {
	started: 'deletionStarted',
	released: 'releasedOnly',
	alreadyDeleting: 'alreadyDeleting',
	alreadyGone: 'alreadyGone',
} as const;

const NOTES: Partial<Record<OutcomeWord, string>> = {
	releasedOnly: 'It is released: its data is gone. The next run deletes it from the list.',
};

/** Sends the request of a deletion; one whose answer was lost is looked at, and sent once more. */
export async function send(
	target: Target,
	at: Connection,
	one: FleetInstance,
	how: DeleteHow,
): Promise<Outcome> {
	let lost: Failure | undefined;
	// A second deletion does no harm, so a lost answer is no reason to leave it open.
	for (const _ of [1, 2]) {
		try {
			const { outcome, note } = await target.vendor.startDeletion(at, one, how);
			const word = lost && outcome === 'alreadyGone' ? 'deleted' : STARTED[outcome];
			return { outcome: word, message: note ?? NOTES[word] ?? '' };
		} catch (error) {
			const failure = asFailure(error);
			if (!failure.mayHaveHappened) return refused(failure);
			lost = failure;
			const seen = await afterLostAnswer(target.vendor, at, one, how);
			if (seen) return seen;
		}
	}
	return {
		outcome: 'unknownOutcome',
		message: `Whether it is being deleted is not known: ${lost?.message}. Run this again to find out.`,
		failure: lost,
	};
}

const refused = (failure: Failure): Outcome => ({
	outcome: 'refused',
	message: [`${failure.message}.`, failure.details.advice].filter(Boolean).join(' '),
	failure,
});

/** What a look shows after a lost answer; `undefined` where it is there as before, or cannot be told. */
async function afterLostAnswer(
	vendor: FleetVendor,
	at: Connection,
	one: FleetInstance,
	how: DeleteHow,
): Promise<Outcome | undefined> {
	try {
		const { end, instance } = await vendor.lookAtDeletion(at, one, how);
		if (end === 'gone') return { outcome: 'deleted', message: '' };
		if (end === 'inRecycleBin') return inRecycleBin(instance ?? one);
		if (end === 'released') return { outcome: 'releasedOnly', message: NOTES.releasedOnly ?? '' };
		return instance?.state === 'deleting' ? { outcome: 'deletionStarted', message: '' } : undefined;
	} catch (error) {
		if (at.signal?.aborted) throw asFailure(error);
		return undefined;
	}
}

const inRecycleBin = ({ recycle }: Pick<FleetInstance, 'recycle'>): Outcome => ({
	outcome: 'inRecycleBin',
	message:
		'It is in the recycle bin, from which the cloud deletes it by itself; its storage may still be billed until then.',
	more: {
		deletesAt: recycle?.deletesAt ?? null,
		costPerHour: recycle?.costPerHour ?? null,
	},
});

/** Milliseconds between two looks at a deletion. */
const EVERY = 10_000;

/** What is not over yet after it was sent. */
export const isUnderWay = ({ outcome }: Outcome): boolean =>
	outcome === 'deletionStarted' || outcome === 'releasedOnly' || outcome === 'alreadyDeleting';

/**
 * Waits until an instance is gone, and sends the second step of a deletion where there is one.
 *
 * @param until Monotonic time, milliseconds
 * @throws {Failure} `cancelled`
 */
export async function waitUntilGone(
	target: Target,
	at: Connection,
	one: FleetInstance,
	how: DeleteHow,
	sent: Outcome,
	until: number,
): Promise<Outcome> {
	const { clock, signal } = at;
	let last = sent;
	let problem: Failure | undefined;
	while (clock.monotonic() < until) {
		await pause(clock, EVERY, signal, `while waiting for the end of instance ${one.id}`);
		try {
			const { end, instance } = await target.vendor.lookAtDeletion(at, one, how);
			problem = undefined;
			if (end === 'gone') return { outcome: 'deleted', message: '' };
			if (end === 'inRecycleBin') return inRecycleBin(instance ?? one);
			if (end === 'released') {
				const released = { ...one, ...instance, state: 'released' as const };
				last = await send(target, at, released, how);
				if (last.outcome === 'alreadyGone') return { outcome: 'deleted', message: '' };
				if (!isUnderWay(last)) return last;
			}
		} catch (error) {
			if (signal?.aborted) throw asFailure(error);
			problem = asFailure(error);
		}
	}
	const why = problem ? `: ${problem.message}` : '';
	return {
		...last,
		message:
			`It was not seen to be gone within 'Maximum Wait (Minutes)'${why}. ${last.message}`.trim(),
	};
}
