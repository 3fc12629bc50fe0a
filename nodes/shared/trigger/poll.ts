import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import { asFailure, Failure, toNodeError } from '../contract/failure';
import type { Secrets } from '../request/secrets';
import { isObject } from '../request/serviceFailure';

/**
 * What n8n keeps for the triggers whose poll is under way: it starts the next one even when the last
 * one is not done. A workflow that is activated anew has data of its own, so that its first poll, which
 * tells what is wrong with the new settings, does not wait for one with the old settings.
 */
const underWay = new WeakSet<object>();

/** Part of n8n's budget after which a poll ends itself: n8n would abandon it without a word. */
const SHARE = 0.8;

/** Part of that after which the first of two sources is given up, or it would hold up the other one. */
const FIRST_SHARE = 0.5;

/** When the requests of a poll end. */
export interface PollEnds {
	/** The poll as a whole. */
	signal: AbortSignal;
	/** Reading the first of two sources. */
	first: AbortSignal;
}

/** Form of the state; one of another form counts as none. */
const VERSION = 1;

/** What a trigger does at each poll. */
export interface Poller {
	/**
	 * Reads the present state and compares it with what was kept. n8n only saves what is kept when
	 * items come out, so after a restart it may be what an earlier poll kept.
	 *
	 * @param state What an earlier poll kept, `undefined` at the first one
	 * @returns Items to emit and what to keep; nothing is kept or emitted when it throws. `failure` is why
	 *   a part could not be read, which is said when nothing is emitted
	 */
	poll(
		state: IDataObject | undefined,
	): Promise<{ items: IDataObject[]; state: IDataObject; failure?: Failure }>;
	/** Items that show what this trigger emits, from what is there now. */
	sample(): Promise<IDataObject[]>;
	/** What its requests carried that must neither come out nor be kept. */
	secrets: Secrets;
	/** What the whole state depends on; when it changes, the next poll is a first one again. */
	scope: string;
}

/**
 * Runs one poll of a trigger. The state is only replaced after everything was read, and all at once;
 * a manual test never touches it.
 *
 * @param prepare Makes the poller; its requests end when the signals say so
 * @throws {NodeApiError} The present state could not be read; n8n records it and polls again
 */
export async function runPoll(
	context: IPollFunctions,
	clock: Clock,
	prepare: (ends: PollEnds) => Promise<Poller>,
): Promise<INodeExecutionData[][] | null> {
	const manual = context.getMode() === 'manual';
	const kept = manual ? {} : context.getWorkflowStaticData('node');
	if (underWay.has(kept)) return null;
	underWay.add(kept);
	try {
		const time = budgetOf(context, clock);
		const signal = clock.timeout(time);
		const ends = { signal, first: clock.timeout(Math.floor(time * FIRST_SHARE)) };
		const work = manual ? show(prepare(ends)) : advance(kept, prepare(ends));
		const { items, keep, failure } = await Promise.race([work, expiry(signal, time)]);
		if (keep) Object.assign(kept, keep);
		if (failure && items.length === 0) throw failure;
		return items.length > 0 ? [items.map((json) => ({ json }))] : null;
	} catch (error) {
		throw toNodeError(context.getNode(), asFailure(error), { failed: 'Poll' });
	} finally {
		underWay.delete(kept);
	}
}

interface Polled {
	items: IDataObject[];
	keep?: IDataObject;
	failure?: Failure;
}

async function show(poller: Promise<Poller>): Promise<Polled> {
	const { sample, secrets } = await poller;
	const items = await sample();
	if (items.length === 0) throw nothingToShow();
	return secrets.hide({ items });
}

/** n8n would only say that there is no data, as if the trigger did not work. */
const nothingToShow = () =>
	new Failure('notSent', 'there is nothing to show: nothing in this region fits the settings', {
		advice:
			'The trigger works: it starts the workflow when something happens. For an example, check the region, the name filter, and the IDs, or create an instance first.',
	});

async function advance(kept: IDataObject, poller: Promise<Poller>): Promise<Polled> {
	const { poll, scope, secrets } = await poller;
	const known = kept.v === VERSION && kept.scope === scope && isObject(kept.state);
	const { items, state, failure } = await poll(known ? (kept.state as IDataObject) : undefined);
	return { ...secrets.hide({ items, keep: { v: VERSION, scope, state } }), failure };
}

/** Whole milliseconds, as a time-out takes them; n8n versions before 2.38 do not say. */
const budgetOf = (context: IPollFunctions, { times }: Clock) =>
	Math.floor(
		SHARE *
			(typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : times.poll),
	);

/** What a poll still does after this is thrown away, so it can neither emit nor keep anything. */
const expiry = async (signal: AbortSignal, time: number) =>
	await new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(tooLate(time)), { once: true });
	});

const tooLate = (time: number) =>
	new Failure('cancelled', `it took longer than ${Math.round(time / 1000)} s`, {
		advice:
			'Nothing was emitted or lost: the next poll reads everything again. Check how quickly the service responds.',
	});
