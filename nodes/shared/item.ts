import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Connection } from './call';
import { call, placeOf } from './call';
import type { Operation } from './operation';
import type { ApiRequest, Vendor } from './vendor';

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

/** One input item on its way through an operation. */
export class Item {
	constructor(
		readonly context: IExecuteSingleFunctions,
		readonly operation: Operation,
		private readonly connection: Connection,
	) {}

	get vendor(): Vendor {
		return this.connection.vendor;
	}

	get signal(): AbortSignal | undefined {
		return this.connection.signal;
	}

	/** Account, endpoint and region that the item's requests are for. */
	get place(): string {
		return placeOf(this.connection);
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
		this.context.logger.info(`${this.context.getNode().name}: ${text}`);
	}
}
