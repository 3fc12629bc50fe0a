import fc from 'fast-check';

import { reword } from '../support/reword';
import { below, chance, perhaps } from '../support/weighted';

/** Random histories of a cloud and a trigger that polls it, as steps, so that a failing one shrinks. */

/** What goes wrong with the requests of a poll, from which one on. */
export interface Disturbance<T> {
	kind: T;
	from: number;
}

/** One poll, and what happens before it. */
export interface Step<E, T> {
	events: E[];
	/** Whether n8n restarts, with the state that it stored. */
	restarts: boolean;
	disturbance?: Disturbance<T>;
}

interface StepOptions<E, T> {
	event: fc.Arbitrary<E>;
	/** Most events before a poll. */
	mostEvents: number;
	troubles: readonly T[];
	/** Requests of a poll from which on there may be trouble. */
	requests: number;
}

/** Polls of a history: 40 on average. */
const LENGTH = { minLength: 1, maxLength: 79, size: 'max' } as const;

/** A step of a history. */
export const stepOf = <E, T>({ event, mostEvents, troubles, requests }: StepOptions<E, T>) =>
	fc.record({
		events: fc.array(event, { maxLength: mostEvents, size: 'max' }),
		restarts: chance(0.2),
		disturbance: perhaps<Disturbance<T>>(
			0.3,
			fc.record({ kind: fc.constantFrom(...troubles), from: below(requests) }),
		),
	});

/** Histories of such steps. */
export const historiesOf = <S>(step: fc.Arbitrary<S>): fc.Arbitrary<S[]> => fc.array(step, LENGTH);

/** A multiple of every number of things up to 10, so that a choice among them is even. */
const DIVISIBLE = 2_520;

/** Which of some things an event is about. */
export const which: fc.Arbitrary<number> = below(DIVISIBLE);

/** The chosen one; undefined of none. */
export const pick = <T>(list: T[], choice: number): T | undefined => list[choice % list.length];

/** A poll in words. */
export const pollLine = ({ disturbance }: Pick<Step<unknown, string>, 'disturbance'>) =>
	disturbance ? `poll: ${disturbance.kind} from request ${disturbance.from + 1} on` : 'poll';

/**
 * Plays a history that tells what happens; an empty line is nothing.
 *
 * @throws What went wrong, followed by the story
 */
export async function telling(
	play: (tell: (line: string) => void) => Promise<void>,
): Promise<void> {
	const story: string[] = [];
	try {
		await play((line) => {
			if (line !== '') story.push(line);
		});
	} catch (error) {
		throw reword(error, (message) => [message, '', ...story].join('\n'));
	}
}
