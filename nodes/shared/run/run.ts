import type { IExecuteSingleFunctions, INode } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import { Failure, asFailure } from '../contract/failure';
import type { Outcome } from '../contract/operation';
import { throwIfCancelled } from '../request/clock';

/** What a write did. */
export interface WriteResult {
	outcomes: Outcome[];
	/** For texts: "instance orders-dev (ID 1234)". */
	subjects: string[];
	/** What was noted before it, for telling its end. */
	mark?: unknown;
}

/** A step of a write that was begun. */
interface Step {
	result: Promise<unknown>;
	/** What it did, for texts, once it is finished. */
	subject?: string;
}

/** What is kept of one item over all tries of the node. */
interface Entry {
	/** Its write, from when it was begun; a later try gets its outcome instead of another write. */
	writeRequest?: Promise<WriteResult>;
	/** What the write did, once it succeeded. */
	result?: WriteResult;
	/** What the write was to do, for texts, while it is not known whether it took effect. */
	open?: string;
	/** Steps of the write, by name. */
	readonly steps: Map<string, Step>;
}

/** How a write waits for its turn. */
interface Turn {
	clock: Clock;
	/** Comes when the execution is stopped. */
	signal: AbortSignal | undefined;
	/** Whether the node goes on with the other items after a failure. */
	continues: boolean;
	/** Whether the task itself makes sure that it does nothing twice. */
	looksFirst: boolean;
}

/**
 * One run of the node over its items. n8n starts all items at once; this puts the writes in order,
 * one after another, and holds them all back until every item is known to be in order.
 *
 * It also remembers what was written: "Retry On Fail" runs the whole node again with all items, and
 * an item that was written before must not be written twice.
 */
export class Run {
	private entered = new Set<number>();
	private tries = 0;
	private tail: Promise<unknown> = Promise.resolve();
	private preparations: Promise<unknown> = Promise.resolve();
	private stopped?: { index: number; failure: Failure };
	private readonly entries = new Map<number, Entry>();
	private readonly findings = new Map<string, Promise<unknown>>();

	private constructor(
		/** Items of this run; unknown when the node runs as a tool. */
		private readonly size: number | undefined,
	) {}

	/** The run that an item belongs to: n8n hands the same execution data to every item and try. */
	static of(context: IExecuteSingleFunctions, node: INode): Run {
		const data = context.getExecuteData();
		// As a tool, every call comes with the data of the agent; each is a run of its own, and its
		// tries have the arguments in common.
		const isTool = data.node.name !== node.name;
		const key = isTool ? context.getInputData(0, NodeConnectionTypes.AiTool).json : data;
		let run = runs.get(key);
		if (!run) {
			const items = node.executeOnce ? 1 : data.data?.main?.[0]?.length;
			run = new Run(!isTool && startsAllAtOnce(context) ? items : undefined);
			runs.set(key, run);
		}
		return run;
	}

	/** Has to be called for every item, in the order of the items, before anything is awaited. */
	enter(index: number): void {
		if (this.entered.has(index)) {
			this.tries++;
			this.entered = new Set();
			this.tail = Promise.resolve();
			this.preparations = Promise.resolve();
			this.stopped = undefined;
		}
		this.entered.add(index);
	}

	/**
	 * Has to be called for every item right after `enter`: what an item has to wait for before it can write,
	 * in the order of the items. No write goes out before all of them are done.
	 */
	async prepared<T>(index: number, preparation: Promise<T>): Promise<T> {
		const before = this.preparations;
		const noted = preparation.catch((error: unknown) => {
			const failure = asFailure(error);
			this.stop(index, failure);
			throw failure;
		});
		this.preparations = Promise.allSettled([before, noted]);
		await before;
		return await noted;
	}

	/** Whether a text should say which item it is about. */
	get hasSeveral(): boolean {
		return (this.size ?? this.entered.size) > 1;
	}

	/** Lets no write out any more, because this item did not succeed. */
	stop(index: number, failure: Failure): void {
		this.stopped ??= { index, failure };
	}

	/** What was written so far, also the finished steps of what did not succeed, except by this item. */
	subjects(except: number): string[] {
		return [...this.entries].flatMap(([index, { result, steps }]) => {
			if (result) return index === except && result.subjects.length < 2 ? [] : result.subjects;
			return index === except ? [] : [...steps.values()].flatMap(({ subject }) => subject ?? []);
		});
	}

	/**
	 * Keeps in mind that a write may have taken effect: the error that n8n reports may be another item's,
	 * or a later try's.
	 *
	 * @param text What was to be done
	 */
	leaveOpen(index: number, text: string): void {
		this.entry(index).open = text;
	}

	/** What may have taken effect, except by an item whose own error says so. */
	leftOpen(except?: number): string[] {
		return [...this.entries].flatMap(([index, { open }]) => (index === except ? [] : (open ?? [])));
	}

	/** What of an item may have taken effect in an earlier try. */
	openOf(index: number): string[] {
		const open = this.entries.get(index)?.open;
		return open === undefined ? [] : [open];
	}

	/**
	 * Runs a step of an item's write that must not happen twice. A later try of the node goes on with
	 * what it gave, also when the steps after it did not succeed.
	 *
	 * @param subject What it did, for texts: "order 1234 placed"
	 */
	async once<T>(
		index: number,
		name: string,
		task: () => Promise<T>,
		subject: (result: T) => string,
	): Promise<T> {
		const { steps } = this.entry(index);
		const earlier = steps.get(name);
		if (earlier) return (await earlier.result) as T;
		const result = task();
		const step: Step = { result };
		steps.set(name, step);
		try {
			const value = await result;
			step.subject = subject(value);
			return value;
		} catch (error) {
			const failure = asFailure(error);
			if (!failure.mayHaveHappened) steps.delete(name);
			throw failure;
		}
	}

	/** Finds something out once for all items and tries; what failed is asked for again. */
	async oncePerRun<T>(key: string, task: () => Promise<T>): Promise<T> {
		const earlier = this.findings.get(key);
		if (earlier) return (await earlier) as T;
		const finding = task();
		this.findings.set(key, finding);
		try {
			return await finding;
		} catch (error) {
			this.findings.delete(key);
			const failure = asFailure(error);
			throw failure;
		}
	}

	/** Settles when no write is under way any more. */
	async quiet(): Promise<void> {
		await this.tail;
	}

	/**
	 * Runs an item's write when its turn has come.
	 *
	 * @throws {Failure} `notSent` when an earlier item did not succeed
	 */
	async write(
		index: number,
		task: () => Promise<WriteResult>,
		{ clock, signal, continues, looksFirst }: Turn,
	): Promise<WriteResult> {
		const before = this.tail;
		const attempt = this.tries;
		const entry = this.entry(index);
		const turn = (async () => {
			await before;
			// Past this macrotask n8n's loop has started every item, or has ended on one that it cannot
			// resolve; then the node has already failed, and nothing must be sent any more.
			await clock.sleep(0);
			await this.preparations;
			const complete = continues || this.size === undefined || this.entered.size >= this.size;
			if (!complete || attempt !== this.tries) return await never();
			throwIfCancelled(signal);
			if (entry.writeRequest) return await entry.writeRequest;
			if (this.stopped && !continues) throw notSent(this.stopped);
			entry.writeRequest = task();
			try {
				entry.result = await entry.writeRequest;
				entry.open = undefined;
				return entry.result;
			} catch (error) {
				const failure = asFailure(error);
				// What may have happened must not happen again, not even by "Retry On Fail".
				if (looksFirst || !failure.mayHaveHappened) entry.writeRequest = undefined;
				this.stop(index, failure);
				throw failure;
			}
		})();
		this.tail = turn.catch(() => undefined);
		return await turn;
	}

	private entry(index: number): Entry {
		const entry = this.entries.get(index) ?? { steps: new Map<string, Step>() };
		this.entries.set(index, entry);
		return entry;
	}
}

const runs = new WeakMap<object, Run>();

/** A promise for a write that must not happen: n8n no longer waits for it, and it is collected. */
const never = async () => await new Promise<never>(() => undefined);

/** With "Batching" n8n waits between the items, so holding back the first for the last would undo it. */
function startsAllAtOnce(context: IExecuteSingleFunctions): boolean {
	const { batching } = context.getNodeParameter('requestOptions', {}) as {
		batching?: { batch?: { batchInterval?: number } };
	};
	return !((batching?.batch?.batchInterval ?? 0) > 0);
}

function notSent({ index, failure }: { index: number; failure: Failure }): Failure {
	if (failure.kind === 'notSent') return failure.with({ itemIndex: index });
	return new Failure(
		'notSent',
		`Not sent because item ${index} did not succeed: ${failure.message}`,
		{
			advice: "Fix that item, or set 'On Error' to continue to send the other items anyway.",
		},
	);
}
