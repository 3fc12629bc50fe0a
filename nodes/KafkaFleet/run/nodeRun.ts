import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { asFailure, toNodeError, type Failure } from '../../shared/contract/failure';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { refuseNothing } from '../../shared/form/nothing';
import { goesOn, isTool } from '../../shared/run/goesOn';
import { FleetRun } from './fleetRun';
import { Parameters } from './parameters';
import type { FleetSettings } from './settings';
import { settingsOf } from './settings';

/** Fields whose expression may give an empty text: a mark without a reason is one. */
const MAY_BE_BLANK: ReadonlySet<string> = new Set(['reason']);

/** One execution of the node over its items. */
export class NodeRun {
	readonly out: INodeExecutionData[] = [];

	/** Keys of the instances that this execution has deleted, or would have: its items share one cap. */
	readonly chosen = new Set<string>();

	constructor(
		readonly context: IExecuteFunctions,
		readonly clock: Clock,
		/** All that the node has, not only those that an item chose. */
		readonly vendors: readonly FleetVendor[],
		/** What is done, as the nodes panel shows it: "Get many instances". */
		readonly action: string,
		private readonly properties: readonly INodeProperties[],
	) {}

	/**
	 * Refuses an expression that returns nothing, in whatever is shown for an item.
	 *
	 * @throws {BadInput}
	 */
	check(index: number): void {
		const parameters = this.parameters(index);
		const given = (name: string) => parameters.raw(name);
		const entries = this.properties.map((property) => ({
			property,
			mayBeBlank: MAY_BE_BLANK.has(property.name),
		}));
		refuseNothing(entries, this.context.getNode().parameters, given);
	}

	/** Whether a failure is an item, and the node goes on after it. */
	get goesOn(): boolean {
		return goesOn(this.context);
	}

	/** Whether an AI agent uses the node as its tool. */
	get isTool(): boolean {
		return isTool(this.context.getNode());
	}

	/** Time zone of the workflow. */
	get zone(): string {
		return this.context.getTimezone();
	}

	parameters(index: number): Parameters {
		// Without a fallback, n8n throws for what is not in the node.
		return new Parameters((name) => this.context.getNodeParameter(name, index, null) ?? undefined);
	}

	settings(index: number): FleetSettings {
		return settingsOf(this.parameters(index), this.vendors, this.zone);
	}

	/**
	 * Refuses an item that reads a cloud without a credential, before anything is sent to the others.
	 *
	 * @throws {BadInput}
	 * @throws {Failure} `notSent`
	 */
	needCredentials(index: number): void {
		const fleet = this.fleetRun(index);
		for (const vendor of this.settings(index).vendors) fleet.needCredential(vendor);
	}

	/** What an item needs to ask the clouds. */
	fleetRun(index: number): FleetRun {
		const signal = this.context.getExecutionCancelSignal();
		return new FleetRun(this.context, this.clock, signal, index);
	}

	emit(index: number, ...items: IDataObject[]): void {
		this.out.push(...items.map((json) => ({ json, pairedItem: { item: index } })));
	}

	/**
	 * A failure as an item, where the node is set to go on; else it is thrown.
	 *
	 * @param about What it is about, such as the key of an instance
	 * @throws {NodeApiError}
	 */
	fail(index: number, error: unknown, about: IDataObject = {}, notes: string[] = []): void {
		const failure = asFailure(error);
		const told = this.errorOf(index, failure, notes);
		if (!this.goesOn || failure.kind === 'cancelled') throw told;
		const { message, description } = told;
		const json = { error: message, details: description ?? '' };
		this.emit(index, this.isAlone ? json : { ...about, ...json });
	}

	/** What stands beside the error of an item: which instance it is about. */
	about(index: number): IDataObject {
		try {
			const key = this.parameters(index).raw('instance');
			return typeof key === 'string' && key !== '' ? { key } : {};
		} catch {
			// Its expression may be what failed.
			return {};
		}
	}

	errorOf(index: number, failure: Failure, notes: string[] = []) {
		return toNodeError(this.context.getNode(), failure, {
			failed: this.action,
			item: index,
			notes,
		});
	}

	/** Whether nothing may stand beside an error: for n8n's error output, and for a model that reads it. */
	private get isAlone(): boolean {
		return this.context.getNode().onError === 'continueErrorOutput' || this.isTool;
	}
}
