import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Connection } from '../request/call';
import { call } from '../request/call';
import { isBlank } from '../contract/field';
import type { Operation } from '../contract/operation';
import { isShown } from './prepare';
import type { Secrets } from '../request/secrets';
import type { ApiRequest, Vendor } from '../contract/vendor';

/**
 * A parameter of the node for the current item; of a resource locator the ID or name.
 *
 * n8n's own `extractValue` needs the property to be displayed, which not all of these are.
 */
export function parameterOf(
	context: IExecuteSingleFunctions,
	name: string,
	fallback?: unknown,
): unknown {
	const value = context.getNodeParameter(name, fallback) as unknown;
	return isResourceLocatorValue(value) ? value.value : value;
}

/** Runs a step of a write that must not happen twice, see `Run.once`. */
export type Once = <T>(
	name: string,
	task: () => Promise<T>,
	subject: (made: T) => string,
) => Promise<T>;

/** Types of fields that say what an operation is about: those of existing things, and of names. */
const NAMING: ReadonlySet<string> = new Set(['string', 'multiOptions']);

/** Long lists are cut: the beginning is enough to recognize them. */
const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** One input item on its way through an operation. */
export class Item {
	constructor(
		readonly context: IExecuteSingleFunctions,
		readonly operation: Operation,
		private readonly connection: Connection,
		readonly once: Once,
	) {}

	/** The same item, whose requests end at another signal than the execution's. */
	until(signal: AbortSignal): Item {
		return new Item(this.context, this.operation, { ...this.connection, signal }, this.once);
	}

	get vendor(): Vendor {
		return this.connection.vendor;
	}

	get signal(): AbortSignal | undefined {
		return this.connection.signal;
	}

	/** Account, endpoint and region that the item's requests are for. */
	get place(): string {
		return this.connection.place;
	}

	/** What the item's requests carried that must not come out again. */
	get secrets(): Secrets {
		return this.connection.secrets;
	}

	/** Sends a request of this item's operation, or one that helps it along. */
	async call(request: ApiRequest): Promise<IDataObject> {
		return await call(this.connection, request);
	}

	/** A parameter of the node for this item; of a resource locator the ID or name. */
	parameter<T>(name: string, fallback?: T): T {
		return parameterOf(this.context, name, fallback) as T;
	}

	/** Whether a switch of the node is on; an expression may give it as text. */
	isOn(name: string, fallback = false): boolean {
		const value = this.parameter<unknown>(name, fallback);
		return value === true || value === 'true';
	}

	/** What the operation was to work on, for texts: " (Instance: 1234; Topic Name: orders)". */
	get about(): string {
		const shown = (this.operation.fields ?? [])
			.filter((field) => isShown(field, (name) => this.parameter<unknown>(name, '')))
			.map(({ property }) => property)
			// Neither secrets nor texts of several lines, such as messages.
			.filter(({ typeOptions: { password, rows } = {} }) => !password && !rows);
		const naming = shown.find(({ type }) => NAMING.has(type));
		const named = shown
			.filter((property) => property.type === 'resourceLocator' || property === naming)
			.map(({ displayName, name }) => [displayName, this.parameter<unknown>(name, '')])
			.filter(([, value]) => !isBlank(value))
			.map(([label, value]) => `${String(label)}: ${shortened(String(value))}`);
		return named.length > 0 ? ` (${named.join('; ')})` : '';
	}

	/** Keeps what "Simplify" keeps, if the operation has it and it is on. */
	simplified(json: IDataObject): IDataObject {
		const { simple } = this.operation;
		if (!simple || !this.isOn('simplify', true)) return json;
		return Object.fromEntries(
			simple.filter((name) => json[name] !== undefined).map((name) => [name, json[name]]),
		);
	}

	/** Writes to n8n's log, where an ID can be read even when the execution was killed. */
	note(text: string): void {
		this.context.logger.info(`${this.context.getNode().name}: ${this.secrets.hide(text)}`);
	}
}
