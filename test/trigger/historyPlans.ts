import fc from 'fast-check';

import { below, chance, perhaps } from '../support/weighted';
import type { ListedCloud, Trouble } from './listedClouds';
import type { Disturbance } from './steps';

/** Random histories of accounts with any number of instances. */

/** Most instances of an account. */
export const MOST = 5000;

/** Most events before a poll, which only accounts with hundreds of instances see. */
export const MOST_EVENTS = 40;

/** Lengths of names. */
export const LENGTHS = 37;

const WHAT = ['change', 'change', 'change', 'create', 'delete', 'rename', 'end'] as const;

/** A choice of what happens to an instance. */
export interface HistoryEvent {
	what: (typeof WHAT)[number];
	/** Which instance, as a share of them. */
	which: number;
	/** Index of its new status, and length of its new name. */
	status: number;
	length: number;
	/** Whether a deleted one leaves the list before it is gone. */
	isGradual: boolean;
}

/** What happens to many instances; else they are deleted. */
export interface Outage {
	isOutage: boolean;
	shift: number;
}

/** Which rows a list leaves out. */
export interface Partly {
	share: number;
	shift: number;
}

/** A poll whose request waits for its response while things happen. */
export interface Slow {
	at: number;
	meanwhile: HistoryEvent[];
}

/** One tick of n8n, and what happens before it. */
export interface HistoryStep {
	/** All of them in an account with hundreds of instances, else a part. */
	events: HistoryEvent[];
	many?: Outage;
	restarts: boolean;
	/** Whether somebody fetches a test event. */
	isManual: boolean;
	/** Whether the poll takes longer than n8n allows, in a small account. */
	expires: boolean;
	disturbance?: Disturbance<Trouble> & { left: Partly };
	slow?: Slow;
	/** Whether the database of n8n is there. */
	isStored: boolean;
}

/** A history of an account. */
export interface HistoryPlan {
	size: number;
	/** Which of the lists the events of the trigger make it read. */
	list: number;
	/** All of them in a small account, else a part. */
	steps: HistoryStep[];
}

const PARTS = 1_000;

const eventOf = ({ statuses }: ListedCloud): fc.Arbitrary<HistoryEvent> =>
	fc.record({
		what: fc.constantFrom(...WHAT),
		which: below(PARTS).map((part) => part / PARTS),
		status: below(statuses.length),
		length: below(LENGTHS),
		isGradual: below(10).map((digit) => digit < 7),
	});

/** The first request, an early one, or any. */
const requestBelow = (early: number, any: number) =>
	fc.oneof({ withCrossShrink: true }, fc.constant(0), below(early), below(any));

function stepOf(cloud: ListedCloud): fc.Arbitrary<HistoryStep> {
	const event = eventOf(cloud);
	return fc.record({
		events: fc.array(event, { maxLength: MOST_EVENTS - 1, size: 'max' }),
		many: perhaps(0.02, fc.record({ isOutage: fc.boolean(), shift: below(2) })),
		restarts: chance(0.15),
		isManual: chance(0.1),
		expires: chance(0.02),
		disturbance: perhaps(
			0.3,
			fc.record({
				kind: fc.constantFrom(...cloud.troubles),
				from: requestBelow(3, 30),
				left: fc.record({ share: fc.constantFrom(0.02, 0.3, 1), shift: below(100) }),
			}),
		),
		slow: perhaps(
			0.2,
			fc.record({
				at: requestBelow(4, 60),
				meanwhile: fc.array(event, { maxLength: 5, size: 'max' }),
			}),
		),
		isStored: chance(0.15).map((isAway) => !isAway),
	});
}

/** Most accounts have few instances. */
const sizes = below(PARTS).map((part) => Math.max(1, Math.round(MOST ** ((part / PARTS) ** 1.5))));

/** Histories in a cloud, 20 steps on average. */
export const historyPlansOf = (
	cloud: ListedCloud,
	size: fc.Arbitrary<number> = sizes,
): fc.Arbitrary<HistoryPlan> =>
	fc.record({
		size,
		list: below(cloud.events.length),
		steps: fc.array(stepOf(cloud), { minLength: 1, maxLength: 39, size: 'max' }),
	});

/** The steps that are played: a quarter in an account that costs time. */
export const playedSteps = ({ size, steps }: HistoryPlan): HistoryStep[] =>
	size > 200 ? steps.slice(0, Math.ceil(steps.length / 4)) : steps;
