import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from './context';

/**
 * What a vendor's status means to someone who waits. `idle` is at rest without serving, until somebody
 * acts: bought but not deployed, stopped, expired.
 */
export type StatusKind = 'pending' | 'ready' | 'idle' | 'failed' | 'gone' | 'unknown';

/** One look at a status. */
export interface Observation {
	/** The vendor's own word. */
	status: string;
	kind: StatusKind;
	record?: IDataObject;
	/** Seconds from the start of the waiting; whoever waits adds it. */
	after?: number;
}

/** The latest observation; a completion is asked only when there is one. */
export const latest = (observations: Observation[]): Observation =>
	observations[observations.length - 1];

/** Whether the latest check found it ready. */
export const isReady = (observations: Observation[]): boolean =>
	latest(observations).kind === 'ready';

/** The last sights, as far back as all are of one kind. */
export function trailing(observations: Observation[], kind: StatusKind): Observation[] {
	let start = observations.length;
	while (start > 0 && observations[start - 1].kind === kind) start--;
	return observations.slice(start);
}

/** Part of their usual time that checks must span at least: what the spreading by chance leaves of it. */
const LEAST_SPAN = 0.9;

/**
 * Whether sights are enough to believe that nothing more comes: so many, over the time that they take
 * at the operation's own pace. The number alone would be reached too soon by a user's short interval.
 *
 * @param every Seconds between two observations, as the operation proposes it
 */
export function persisted(observations: Observation[], least: number, every: number): boolean {
	const [first] = observations;
	const time = (observations.at(-1)?.after ?? 0) - (first?.after ?? 0);
	return observations.length >= least && time >= (least - 1) * every * LEAST_SPAN;
}

/** How the end of something long is recognised. */
export interface Completion {
	/** Whether the operation is not done without it, so that the user cannot switch it off. */
	always?: boolean;
	/** Seconds until the first observation and between two, after what the vendor's work takes. */
	first: number;
	every: number;
	/** Most seconds between two observations, whatever the user chose: what is shorter would be missed. */
	longest?: number;
	/**
	 * What has to be known from before the request, such as the tasks that exist already: where an
	 * answer has no ID, only that tells its own task from an older one.
	 */
	mark?(item: OperationContext): Promise<unknown>;
	/** Whether there is anything to wait for; by default there is. */
	needed?(json: IDataObject): boolean;
	/**
	 * Looks where things stand.
	 *
	 * @param mark What `mark` gave
	 */
	observe(item: OperationContext, json: IDataObject, mark?: unknown): Promise<Observation>;
	/** How one list shows many such things at once, where the API has one; waiting items share it. */
	batchRead?: {
		/** What is listed: items that wait for the same share the reads. */
		what: string;
		/** All that are listed, by ID. */
		read(item: OperationContext): Promise<Map<unknown, Observation>>;
		id(json: IDataObject): unknown;
	};
	/** Whether the work is done, given all sights so far, the latest last. */
	isReached(observations: Observation[], json: IDataObject): boolean;
	/** What the node itself says about how it ended, which "Simplify" keeps. */
	told?(latest: Observation): IDataObject;
	/** Whether it will never be done; by default a status of kind `failed`. */
	isHopeless?(observations: Observation[]): boolean;
	/** What to do when the time runs out, where the work does not go on by itself. */
	advice?: string;
	/** What is waited for, for texts: "instance orders-dev (ID 1234)". */
	subject(json: IDataObject): string;
}

/** The user's choice under "Wait for Completion". */
export interface WaitLimits {
	/** Milliseconds. */
	maximum: number;
	/** Milliseconds between two observations, instead of what the operation itself proposes. */
	interval?: number;
	whenTimeRunsOut?: 'fail' | 'passOn';
	/** What there is when the wait ends early, and how to go on with it, full sentences. */
	afterwards?: string;
}
