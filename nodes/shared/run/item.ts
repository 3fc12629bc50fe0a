import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { OperationContext } from '../contract/context';
import type { Field } from '../contract/field';
import { isBlank, isShown } from '../contract/field';
import type { Operation } from '../contract/operation';
import type { ApiRequest, Vendor } from '../contract/vendor';
import { call } from '../request/call';
import { pause, throwIfCancelled } from '../request/clock';
import type { Connection } from '../request/connection';
import type { Secrets } from '../request/secrets';
import { isRetriedExecution } from './retried';

/** A parameter of the node by its name; `undefined` where the node has none. */
export type Parameters = (name: string) => unknown;

/**
 * The parameters of the node for the current item; of a resource locator the ID or name. An expression is
 * evaluated once: one that gives another value each time must not lead a request elsewhere than the
 * checks before it and the item after it say.
 *
 * n8n's own `extractValue` needs the property to be displayed, which not all of these are.
 *
 * @param written The parameters as they stand in the node
 */
export function parametersOf(
	context: IExecuteSingleFunctions,
	written: INodeParameters,
): Parameters {
	const known = new Map<string, unknown>();
	return (name) => {
		if (!Object.hasOwn(written, name)) return undefined;
		if (!known.has(name)) {
			const value = context.getNodeParameter(name, '') as unknown;
			known.set(name, isResourceLocatorValue(value) ? value.value : value);
		}
		return known.get(name);
	};
}

/** Types of fields that say what an operation is about: those of existing things, and of names. */
const NAMING: ReadonlySet<string> = new Set(['string', 'multiOptions']);

/** Long lists are cut: the beginning is enough to recognize them. */
const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** One input item on its way through an operation. */
export class Item implements OperationContext {
	constructor(
		readonly context: IExecuteSingleFunctions,
		readonly operation: Operation,
		private readonly connection: Connection,
		private readonly parameters: Parameters,
		readonly once: OperationContext['once'],
		readonly oncePerRun: OperationContext['oncePerRun'],
	) {}

	until(signal: AbortSignal): Item {
		const connection = { ...this.connection, signal };
		const { context, operation, parameters, once, oncePerRun } = this;
		return new Item(context, operation, connection, parameters, once, oncePerRun);
	}

	get vendor(): Vendor {
		return this.connection.vendor;
	}

	get action(): string {
		return this.operation.action;
	}

	get isRetried(): boolean {
		return isRetriedExecution(this.context);
	}

	get clock(): Clock {
		return this.connection.clock;
	}

	get signal(): AbortSignal | undefined {
		return this.connection.signal;
	}

	get addressee(): string {
		return this.connection.addressee;
	}

	/** What the item's requests carried that must not come out again. */
	get secrets(): Secrets {
		return this.connection.secrets;
	}

	async call(request: ApiRequest): Promise<IDataObject> {
		return await call(this.connection, request);
	}

	nodeParameter<T>(name: string, fallback?: T): T {
		return (this.parameters(name) ?? fallback) as T;
	}

	isOn(name: string, fallback = false): boolean {
		const value = this.nodeParameter<unknown>(name, fallback);
		return value === true || value === 'true';
	}

	/**
	 * What the operation is about, by name or ID: the innermost thing, so not the instance that contains it.
	 * Rows and lists come as they are.
	 */
	get named(): unknown[] {
		const naming = this.shown.filter(
			({ type }) => !['boolean', 'options', 'number'].includes(type),
		);
		const inner = naming.filter(({ name }) => name !== 'instanceId');
		// Read after the deletion was carried out, when nothing may make a failure of it any more.
		return (inner.length > 0 ? inner : naming).map(({ name }) =>
			this.nodeParameter<unknown>(name, ''),
		);
	}

	/** The fields that are shown for what was chosen in others. */
	private get shown(): INodeProperties[] {
		return this.shownFields.map(({ property }) => property);
	}

	private get shownFields(): Field[] {
		return (this.operation.fields ?? []).filter((field) =>
			isShown(field, (name) => this.nodeParameter<unknown>(name, '')),
		);
	}

	get about(): string {
		return this.naming(shortened);
	}

	get identity(): string {
		return this.naming((text) => text);
	}

	private naming(cut: (text: string) => string): string {
		// Neither secrets nor texts of several lines, such as messages.
		// What something is created in does not name it.
		const shown = this.shownFields
			.filter(({ lookup }) => !lookup || lookup.isSubject)
			.map(({ property }) => property)
			.filter(({ typeOptions: { password, rows } = {} }) => !password && !rows);
		const naming = shown.find(({ type }) => NAMING.has(type));
		const named = shown
			.filter((property) => property.type === 'resourceLocator' || property === naming)
			.map(({ displayName, name }) => [displayName, this.nodeParameter<unknown>(name, '')])
			.filter(([, value]) => !isBlank(value))
			.map(([label, value]) => `${String(label)}: ${cut(String(value))}`);
		return named.length > 0 ? ` (${named.join('; ')})` : '';
	}

	simplified(json: IDataObject): IDataObject {
		const { simple } = this.operation;
		if (!simple || !this.isOn('simplify', true)) return json;
		return Object.fromEntries(
			simple.filter((name) => json[name] !== undefined).map((name) => [name, json[name]]),
		);
	}

	async pause(duration: number, when?: string): Promise<void> {
		await pause(this.clock, duration, this.signal, when);
	}

	throwIfCancelled(when?: string): void {
		throwIfCancelled(this.signal, when);
	}

	hide<T>(value: T): T {
		return this.secrets.hide(value);
	}

	note(text: string): void {
		this.context.logger.info(`${this.context.getNode().name}: ${this.secrets.hide(text)}`);
	}
}
