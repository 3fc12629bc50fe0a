import type { FleetActivity } from './activity';
import type { FleetInstance } from './record';
import type { TagWanted } from './tags';

/** Rules by which an instance becomes a candidate; each is off until it is set. */
export interface Rules {
	/** Tag keys whose date has passed. */
	dateTags?: readonly string[];
	/** Tag keys with a lifetime: 72h, 14d, 2w. */
	lifetimeTags?: readonly string[];
	tagEquals?: readonly TagWanted[];
	/** Tag keys of which one is missing. */
	lacksTags?: readonly string[];
	olderThanDays?: number;
	idleFor?: { days: number; atLeast: 'high' | 'low' };
	failedForHours?: number;
	/** `unclear`: also where the cloud does not tell whether it is stopped, expired, or released. */
	stoppedOrExpired?: { unclear: boolean };
	neverDeployedDays?: number;
	/** Alibaba Cloud: released, but still listed. */
	releasedButListed?: boolean;
	namePattern?: string;
	/** A mark that is due; what "Delete Marked" looks for. */
	markDue?: boolean;
	/** The user names this instance, as after an approval in chat. */
	named?: boolean;
}

/** What keeps an instance, whatever rule fires. */
export interface Keep {
	tags: readonly TagWanted[];
	words: readonly string[];
	/** IDs or keys. */
	ids: readonly string[];
	minimumAgeHours: number;
}

/** What "Delete Only If" asks for; without it nothing is narrowed down. */
export type Only = { tag: TagWanted } | { name: string };

/** Everything that a judgement rests on, beside the instance. */
export interface Grounds {
	rules: Rules;
	combine: 'any' | 'all';
	keep: Keep;
	only?: Only;
	/** Why the cloud would not delete it, see `FleetVendor.refusesDeletion`. */
	refusal?: string;
	/** What is known of its activity; absent where it was not read. */
	activity?: FleetActivity;
	/** Whether it has to be idle still, as its mark says that it was. */
	mustBeIdle?: boolean;
	/** The record by which it was chosen, where this one was read afresh. */
	chosen?: FleetInstance;
	/** Unix time by the clock of the cloud, milliseconds; `undefined` where that is not known. */
	now: number | undefined;
	/** Unix time by this machine's clock, milliseconds. */
	here: number;
	/** Time zone of the workflow. */
	zone: string;
}

/** A rule, and a sentence about what it found. */
export interface Fired {
	rule: string;
	because: string;
}

/** A guard, and a sentence about what it found. */
export interface Held {
	guard: string;
	because: string;
}
