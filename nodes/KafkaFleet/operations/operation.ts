import type { NodeRun } from '../run/nodeRun';

/** An operation of the node, as its form names it and as it runs. */
export interface FleetOperation {
	/** `instance`, `cleanUp`, or `region`. */
	resource: string;
	value: string;
	/** "Get Many" */
	name: string;
	/** What the nodes panel shows, without articles. */
	action: string;
	description: string;
	/**
	 * `shared`: once for items with equal parameters; `item`: for each item; `all`: once, for all items
	 * together.
	 */
	runs: 'shared' | 'item' | 'all';
	/**
	 * Refuses settings of an item that are not valid; before anything is sent for any item.
	 *
	 * @throws {BadInput}
	 */
	check?(run: NodeRun, index: number): void;
	/** Emits what it gives, for one item, or for the first one where it is for all. */
	run(run: NodeRun, index: number): Promise<void>;
}
