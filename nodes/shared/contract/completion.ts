import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from './failure';
import type { Item } from '../run/item';
import { watch } from '../run/sharedLooks';
import { pause } from '../request/clock';

/**
 * What a vendor's status means to someone who waits. `idle` is at rest without serving, until somebody
 * acts: bought but not deployed, stopped, expired.
 */
export type StatusKind = 'pending' | 'ready' | 'idle' | 'failed' | 'gone' | 'unknown';

/** What was seen at one look. */
export interface Sight {
	/** The vendor's own word. */
	status: string;
	kind: StatusKind;
	record?: IDataObject;
	/** Seconds from the start of the waiting; whoever waits adds it. */
	after?: number;
}

/** The last sights, as far back as all are of one kind. */
export function lately(sights: Sight[], kind: StatusKind): Sight[] {
	let start = sights.length;
	while (start > 0 && sights[start - 1].kind === kind) start--;
	return sights.slice(start);
}

/**
 * Whether sights are enough to believe that nothing more comes: so many, over the time that they take
 * at the operation's own pace. The number alone would be reached too soon by a user's short interval.
 *
 * @param every Seconds between two looks, as the operation proposes it
 */
export function lasted(sights: Sight[], looks: number, every: number): boolean {
	const [first] = sights;
	const time = (sights.at(-1)?.after ?? 0) - (first?.after ?? 0);
	return sights.length >= looks && time >= (looks - 1) * every * lookTimes.span;
}

/** How the end of something long is recognised. */
export interface Completion {
	/** Whether the operation is not done without it, so that the user cannot switch it off. */
	always?: boolean;
	/** Seconds until the first look and between two looks, after what the vendor's work takes. */
	first: number;
	every: number;
	/** Most seconds between two looks, whatever the user chose: what is shorter would be missed. */
	longest?: number;
	/**
	 * What has to be known from before the request, such as the tasks that exist already: where an
	 * answer has no ID, only that tells its own task from an older one.
	 */
	mark?(item: Item): Promise<unknown>;
	/** Whether there is anything to wait for; by default there is. */
	needed?(json: IDataObject): boolean;
	/**
	 * Looks where things stand.
	 *
	 * @param mark What `mark` gave
	 */
	look(item: Item, json: IDataObject, mark?: unknown): Promise<Sight>;
	/** How one list shows many such things at once, where the API has one; waiting items share it. */
	listed?: {
		/** What is listed: items that wait for the same share the reads. */
		what: string;
		/** All that are listed, by ID. */
		read(item: Item): Promise<Map<unknown, Sight>>;
		id(json: IDataObject): unknown;
	};
	/** Whether the work is done, given all sights so far, the latest last. */
	reached(sights: Sight[], json: IDataObject): boolean;
	/** Whether it will never be done; by default a status of kind `failed`. */
	hopeless?(sights: Sight[]): boolean;
	/** What to do when the time runs out, where the work does not go on by itself. */
	mend?: string;
	/** What is waited for, for texts: "instance orders-dev (ID 1234)". */
	subject(json: IDataObject): string;
}

/** The user's choice under "Wait for Completion". */
export interface Patience {
	/** Milliseconds. */
	maximum: number;
	/** Milliseconds between two looks, instead of what the operation itself proposes. */
	interval?: number;
	whenTimeRunsOut: 'fail' | 'passOn';
}

/** How long one look may take with its retries, milliseconds: then it is given up, and costs only that look. */
export const lookTimes = {
	longest: 120_000,
	/** The last one is begun when the time has run out. */
	afterEnd: 10_000,
	/** Part of their usual time that a number of looks has to span at least: what chance leaves of it. */
	span: 0.9,
};

/** Spreads the looks of many items, which would otherwise fall on the same moments. */
const jitter = (duration: number) => duration * (0.9 + Math.random() * 0.2);

const minutes = (duration: number) => {
	const rounded = Math.round(duration / 6_000) / 10;
	return `${rounded} ${rounded === 1 ? 'minute' : 'minutes'}`;
};

/**
 * Waits until what an operation started is done.
 *
 * @param json What the operation gave back; it holds the ID
 * @param mark What the completion's `mark` gave before the request
 * @returns `json` with what was last seen, its `status`, and whether it is `completed`
 * @throws {Failure} `unfinished` when it ended badly or the time ran out; the text names the ID
 */
export async function waitFor(
	item: Item,
	completion: Completion,
	json: IDataObject,
	{ maximum, interval, whenTimeRunsOut }: Patience,
	mark?: unknown,
): Promise<IDataObject> {
	if (completion.needed?.(json) === false) return json;
	const subject = completion.subject(json);
	const start = Date.now();
	const sights: Sight[] = [];
	const state = (completed: boolean): IDataObject => {
		const last = sights.at(-1);
		return {
			...json,
			...(last?.record && item.simplified(last.record)),
			status: last?.status ?? 'unknown',
			completed,
		};
	};
	const hopeless = completion.hopeless ?? ((seen: Sight[]) => seen.at(-1)?.kind === 'failed');

	const pace = (seconds: number) =>
		interval === undefined
			? seconds * 1000
			: Math.min(interval, (completion.longest ?? Infinity) * 1000);

	const now = (sight: Sight): Sight => ({ ...sight, after: (Date.now() - start) / 1000 });
	const isEnd = (sight: Sight) => {
		const seen = [...sights, now(sight)];
		return completion.reached(seen, json) || hopeless(seen);
	};
	// Another item's read of the list must not be old, however seldom the user wants to look.
	const fresh = Math.min(pace(completion.every), completion.every * 1000) / 2;
	const { look, end } = watch(item, completion, json, mark, fresh, isEnd);

	// What was there already may well be ready.
	let next = json.created === false ? 0 : pace(completion.first);
	try {
		for (;;) {
			const left = start + maximum - Date.now();
			await pause(
				Math.min(jitter(next), Math.max(left, 0)),
				item.signal,
				`while waiting for ${subject}`,
			);
			const time = Math.max(start + maximum - Date.now(), 0) + lookTimes.afterEnd;
			const sight = await lookOnce(item, look, time, subject);
			const before = sights.at(-1);
			if (sight && sight.status !== before?.status) item.note(`${subject} is ${sight.status}`);
			// Hours of looks see the same record thousands of times.
			if (sight) sights.push(now(before && isSame(sight, before) ? before : sight));
			if (sights.length > 0 && completion.reached(sights, json)) return state(true);
			if (sight && hopeless(sights)) {
				throw new Failure('unfinished', `${capital(subject)} ended with status ${sight.status}`, {
					mend: `Check it in the ${item.vendor.name} console. It exists, and may be billed, until it is deleted.`,
					vendorMessage: reasonOf(sight.record),
				});
			}
			if (Date.now() - start >= maximum) {
				if (whenTimeRunsOut === 'passOn') return state(false);
				const status = sights.at(-1)?.status ?? 'not visible yet';
				throw new Failure(
					'unfinished',
					`${capital(subject)} is ${status} after ${minutes(maximum)}`,
					{
						mend:
							completion.mend ??
							"The operation continues in the cloud. Increase 'Maximum Wait (Minutes)', or use the trigger node to react when it is done.",
					},
				);
			}
			next = pace(completion.every);
		}
	} finally {
		end();
	}
}

/** One look; a passing fault only costs this look, since the work goes on whether we see it or not. */
async function lookOnce(
	item: Item,
	look: (by: Item) => Promise<Sight>,
	time: number,
	subject: string,
) {
	// It takes whole milliseconds only, and an expression may give a wait of any length.
	const late = AbortSignal.timeout(Math.ceil(Math.min(time, lookTimes.longest)));
	const signal = item.signal ? AbortSignal.any([item.signal, late]) : late;
	try {
		return await Promise.race([look(item.until(signal)), whenAborted(late)]);
	} catch (error) {
		const failure = asFailure(error);
		if (late.aborted && failure.kind === 'cancelled' && !item.signal?.aborted) return undefined;
		if (['throttled', 'unreachable', 'busy', 'broken', 'lost'].includes(failure.kind))
			return undefined;
		throw ended(subject, failure);
	}
}

const whenAborted = async (signal: AbortSignal) =>
	await new Promise<undefined>((resolve) => {
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});

const ended = (subject: string, { kind, message, details }: Failure) =>
	kind === 'cancelled'
		? new Failure(kind, `${message} while waiting for ${subject}`, details)
		: new Failure('unfinished', `Waiting for ${subject} ended: ${message}`, details);

const isSame = ({ status, kind, record }: Sight, before: Sight) =>
	status === before.status &&
	kind === before.kind &&
	JSON.stringify(record) === JSON.stringify(before.record);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const reasonOf = (record?: IDataObject) =>
	typeof record?.reason === 'string' ? record.reason : undefined;
