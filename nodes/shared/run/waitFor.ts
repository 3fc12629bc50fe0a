import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { Completion, WaitLimits, Observation } from '../contract/completion';
import type { OperationContext } from '../contract/context';
import { Failure, asFailure } from '../contract/failure';
import { observing } from './sharedObservations';

/** Spreads the checks of many items, which would otherwise fall on the same moments. */
const jitter = ({ random }: Clock, duration: number) => duration * (0.9 + random() * 0.2);

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
	item: OperationContext,
	completion: Completion,
	json: IDataObject,
	{ maximum, interval, whenTimeRunsOut, afterwards }: WaitLimits,
	mark?: unknown,
): Promise<IDataObject> {
	if (completion.needed?.(json) === false) return json;
	const subject = completion.subject(json);
	const { clock } = item;
	const start = clock.monotonic();
	const elapsed = () => clock.monotonic() - start;
	const observations: Observation[] = [];
	const state = (completed: boolean): IDataObject => {
		const last = observations.at(-1);
		return {
			...json,
			...(last?.record && item.simplified(last.record)),
			...(last && completion.told?.(last)),
			status: last?.status ?? 'unknown',
			completed,
		};
	};
	const hopeless =
		completion.isHopeless ?? ((seen: Observation[]) => seen.at(-1)?.kind === 'failed');

	const pace = (seconds: number) =>
		interval === undefined
			? seconds * 1000
			: Math.min(interval, (completion.longest ?? Infinity) * 1000);

	const now = (observation: Observation): Observation => ({
		...observation,
		after: elapsed() / 1000,
	});
	const isEnd = (observation: Observation) => {
		const seen = [...observations, now(observation)];
		return completion.isReached(seen, json) || hopeless(seen);
	};
	// Another item's read of the list must not be old, however seldom the user wants to check.
	const fresh = Math.min(pace(completion.every), completion.every * 1000) / 2;
	const { observe, end } = observing(item, completion, json, mark, fresh, isEnd);

	// What was there already may well be ready.
	let next = json.created === false ? 0 : pace(completion.first);
	try {
		for (;;) {
			const left = Math.max(maximum - elapsed(), 0);
			await item.pause(Math.min(jitter(clock, next), left), `while waiting for ${subject}`);
			const { afterEnd } = clock.times.observation;
			const time = Math.max(maximum - elapsed(), 0) + afterEnd;
			const observation = await observeOnce(item, observe, time, { subject, afterwards });
			const before = observations.at(-1);
			if (observation && observation.status !== before?.status)
				item.note(`${subject} is ${observation.status}`);
			// Hours of observations see the same record thousands of times.
			if (observation)
				observations.push(now(before && isSame(observation, before) ? before : observation));
			if (observations.length > 0 && completion.isReached(observations, json)) return state(true);
			if (observation && hopeless(observations)) {
				throw new Failure(
					'unfinished',
					`${capital(subject)} ended with status ${observation.status}`,
					{
						advice: `Check it in the ${item.vendor.name} console. It exists, and may be billed, until it is deleted.`,
						vendorMessage: reasonOf(observation.record),
					},
				);
			}
			if (elapsed() >= maximum) {
				if (whenTimeRunsOut === 'passOn') return state(false);
				const status = observations.at(-1)?.status ?? 'not visible yet';
				throw new Failure(
					'unfinished',
					`${capital(subject)} is ${status} after ${minutes(maximum)}`,
					{
						advice:
							completion.advice ??
							afterwards ??
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

/** What is waited for, and what there is if the wait ends early. */
interface Waited {
	subject: string;
	afterwards?: string;
}

/** One observation; a passing fault only costs this one, since the work goes on whether we see it or not. */
async function observeOnce(
	item: OperationContext,
	observe: (by: OperationContext) => Promise<Observation>,
	time: number,
	waited: Waited,
) {
	const { clock } = item;
	const late = clock.timeout(Math.min(time, clock.times.observation.longest));
	const signal = item.signal ? AbortSignal.any([item.signal, late]) : late;
	try {
		// Another execution's read of the list may be waited for, which ends with that one.
		return await Promise.race([observe(item.until(signal)), whenAborted(signal)]);
	} catch (error) {
		const failure = asFailure(error);
		if (late.aborted && failure.kind === 'cancelled' && !item.signal?.aborted) return undefined;
		const passes = ['throttled', 'unreachable', 'busy', 'broken', 'lost'].includes(failure.kind);
		if (passes && !failure.details.isLasting) return undefined;
		throw ended(waited, failure);
	}
}

const whenAborted = async (signal: AbortSignal) =>
	await new Promise<undefined>((resolve) => {
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});

const ended = ({ subject, afterwards }: Waited, failure: Failure) =>
	failure.kind === 'cancelled'
		? failure.with({ message: `${failure.message} while waiting for ${subject}` })
		: failure.with({
				kind: 'unfinished',
				message: `Waiting for ${subject} ended: ${failure.message}`,
				advice: [failure.details.advice, afterwards].filter(Boolean).join(' ') || undefined,
			});

const isSame = ({ status, kind, record }: Observation, before: Observation) =>
	status === before.status &&
	kind === before.kind &&
	JSON.stringify(record) === JSON.stringify(before.record);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const reasonOf = (record?: IDataObject) =>
	typeof record?.reason === 'string' ? record.reason : undefined;
