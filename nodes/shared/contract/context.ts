import type { IDataObject } from 'n8n-workflow';

import type { Clock } from './clock';
import type { ApiRequest, Vendor } from './vendor';

/**
 * What an operation may do while it runs for one item. The run implements it; whoever declares an
 * operation, a completion or a search for what exists needs to know no more.
 */
export interface OperationContext {
	readonly vendor: Vendor;
	/** What is being done, as the nodes panel shows it: "Create topic". */
	readonly action: string;
	readonly clock: Clock;
	/** Account, endpoint and region that the item's requests are for. */
	readonly addressee: string;
	/** Comes when the execution is stopped. */
	readonly signal: AbortSignal | undefined;
	/** What the operation was to work on, for texts: " (Instance: 1234; Topic Name: orders)". */
	readonly about: string;
	/** The same at full length, for what is told apart by it. */
	readonly identity: string;
	/** Whether n8n runs a failed execution again, so that what a create makes may exist already. */
	readonly isRetried: boolean;
	/** Sends a request of this item's operation, or one that helps it along. */
	call(request: ApiRequest): Promise<IDataObject>;
	/** A parameter of the node for this item; of a resource locator the ID or name. */
	nodeParameter<T>(name: string, fallback?: T): T;
	/** Whether a switch of the node is on; an expression may give it as text. */
	isOn(name: string, fallback?: boolean): boolean;
	/** Keeps what "Simplify" keeps, if the operation has it and it is on. */
	simplified(json: IDataObject): IDataObject;
	/**
	 * Runs a step of a write that must not happen twice. A later try of the node goes on with what it
	 * gave, also when the steps after it did not succeed.
	 *
	 * @param subject What it did, for texts: "order 1234 placed"
	 */
	once<T>(name: string, task: () => Promise<T>, subject: (made: T) => string): Promise<T>;
	/**
	 * Finds something out once for all items and tries of the node's run, such as what there was before it.
	 *
	 * @param key What is asked of whom
	 */
	oncePerRun<T>(key: string, task: () => Promise<T>): Promise<T>;
	/**
	 * Sleeps.
	 *
	 * @param duration Milliseconds
	 * @param when What was going on, for the text of a stop
	 * @throws {Failure} `cancelled`
	 */
	pause(duration: number, when?: string): Promise<void>;
	/** @throws {Failure} `cancelled` when the execution was stopped */
	throwIfCancelled(when?: string): void;
	/** Masks secrets in what came out of an answer and is to be sent again: sent openly, it would stay readable. */
	hide<T>(value: T): T;
	/** Writes to n8n's log, where an ID can be read even when the execution was killed. */
	note(text: string): void;
	/** The same item, whose requests end at another signal than the execution's. */
	until(signal: AbortSignal): OperationContext;
}
