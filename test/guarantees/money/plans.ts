import fc from 'fast-check';

import type { FaultEffect } from '../../../emulator';
import type { VendorName } from '../../support/stage';
import type { NodeSettings } from '../../harness';
import { below, chance, perhaps, rarely } from '../../support/weighted';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { CLEAR, UNCLEAR } from './mishaps';

/** Random plans of one execution of a create, from arbitraries, so that a failing one shrinks. */

/** How an execution is set up. */
export interface Plan {
	kind: Kind;
	/** One for each item. */
	names: string[];
	/** Names that exist before. */
	existing: string[];
	/** How many one item asks for. */
	each: number;
	ifAbsent: boolean;
	/** Minutes after which waiting ends; the shorter ones are over before anything is done. */
	maximumWait?: number;
	settings: NodeSettings;
	/** When it is stopped: so many milliseconds after so many requests have come in. */
	stop?: { requests: number; milliseconds: number };
	faults: Fault[];
}

interface Fault {
	operation: string;
	nth: number;
	times: number | 'always';
	effect: FaultEffect;
}

/** None is part of another one, as texts are searched for them. */
const NAMES = ['orders-dev', 'billing-dev', 'clicks-dev', 'audit-dev', 'mail-dev'];

/** How many items: mostly few, as each of them costs n8n its time. */
const COUNTS = [1, 1, 1, 1, 2, 2, 2, 3, 4, 5];

/** Each may fail; together they are mostly one or two. */
const SLOTS = 3;
const SHARE_OF_A_SLOT = 0.48;

/** A multiple of all the numbers of requests that a fault is chosen from. */
const DIVISIBLE = 60;

interface FaultChoice extends Omit<Fault, 'operation' | 'nth'> {
	/** API operation of a lookup; without it the create is meant. */
	read?: string;
	request: number;
}

const faultChoice = ({ vendor, reads }: Kind): fc.Arbitrary<FaultChoice> =>
	fc.record({
		read: perhaps(0.4, fc.constantFrom(...reads)),
		request: below(DIVISIBLE),
		times: fc.constantFrom<number | 'always'>(1, 1, 1, 2, 3, 6, 'always'),
		effect: rarely(0.3, fc.constantFrom(...CLEAR[vendor]), fc.constantFrom(...UNCLEAR)),
	});

const faultOf = (
	{ read, request, times, effect }: FaultChoice,
	{ api }: Kind,
	count: number,
): Fault => ({
	operation: read ?? api,
	nth: 1 + (request % (read === undefined ? count + 1 : 4)),
	times,
	effect,
});

/** Some while a request is under way, some between two requests. */
const stops: fc.Arbitrary<Plan['stop']> = perhaps(
	0.08,
	fc.record({ requests: below(10), milliseconds: fc.constantFrom(0, 0, 400, 20_000) }),
);

const settings: fc.Arbitrary<NodeSettings> = fc
	.record({
		onError: fc.constantFrom<NodeSettings['onError'][]>(
			'stopWorkflow',
			'stopWorkflow',
			'continueRegularOutput',
			'continueErrorOutput',
		),
		maxTries: perhaps(0.4, fc.integer({ min: 2, max: 3 })),
	})
	.map(({ onError, maxTries }) => ({
		onError,
		...(maxTries && { retryOnFail: true, maxTries, waitBetweenTries: 1 }),
	}));

const never = fc.constant(false);

const plansOf = (kind: Kind): fc.Arbitrary<Plan> =>
	fc
		.record({
			faults: fc.tuple(
				...Array.from({ length: SLOTS }, () => perhaps(SHARE_OF_A_SLOT, faultChoice(kind))),
			),
			count: below(COUNTS.length).map((index) => COUNTS[index]),
			hasTwin: chance(0.15),
			hasExisting: chance(0.15),
			each: kind.several
				? rarely(0.3, fc.integer({ min: 1, max: 3 }), fc.constant(1))
				: fc.constant(1),
			ifAbsent: kind.ifAbsent ? chance(0.5) : never,
			maximumWait: kind.waits ? perhaps(0.4, fc.constantFrom(60, 0, 2)) : fc.constant(undefined),
			settings,
			stop: stops,
		})
		.map(({ faults, count, hasTwin, hasExisting, ...rest }) => {
			const names = NAMES.slice(0, count);
			if (count > 1 && hasTwin) names[count - 1] = names[0];
			return {
				kind,
				names,
				existing: hasExisting ? [names[0]] : [],
				...rest,
				faults: faults.flatMap((fault) => (fault ? [faultOf(fault, kind, count)] : [])),
			};
		});

/** Plans of all creates of a vendor. */
export const plansOfVendor = (vendor: VendorName): fc.Arbitrary<Plan> =>
	fc.oneof(...KINDS[vendor].map(plansOf));
