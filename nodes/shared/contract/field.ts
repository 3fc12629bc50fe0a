import type { INodeProperties } from 'n8n-workflow';

import type { Lookup } from './lookup';

/** Where a parameter travels. `none` is for parameters that steer the node and are never sent. */
export type SentIn = 'path' | 'query' | 'body' | 'none';

/** A parameter of an operation: what n8n shows, and what goes on the wire. */
export interface Field {
	/** The n8n property, without the `displayOptions` that tie it to resource and operation. */
	readonly property: INodeProperties;
	/** Name on the wire; a dot steps into an object: `bss_param.period_num`. */
	readonly wireName: string;
	readonly sentIn: SentIn;
	/** Whether the request is refused when this is blank. */
	readonly required: boolean;
	/**
	 * Whether it must have a value where it is shown, although n8n does not check that: n8n would check it,
	 * too, where an expression decides later that it is not shown.
	 */
	readonly neededIfShown?: boolean;
	/**
	 * Whether it means something to leave this blank. `typed`: only where the user left it so, and not
	 * where an expression gives an empty text.
	 */
	readonly mayBeBlank?: boolean | 'typed';
	/** Whether it takes several names or IDs, with commas between them where they are typed. */
	readonly takesSeveral?: boolean;
	/** What it holds the ID of, where its name does as well. */
	readonly lookup?: Lookup;
	/** Columns of a form with rows, or entries of a collection. */
	readonly columns?: readonly Field[];
	/** Parameters that need each other and stand in one form; each of them travels under its own wire name. */
	readonly parts?: readonly Field[];
	/**
	 * Turns what n8n has (text, number, fixed collection, an expression's result) into what the API
	 * takes. `undefined` leaves the parameter out.
	 *
	 * @param zone Time zone in which a date without one is meant
	 * @throws {BadInput} The value cannot be sent
	 */
	readonly serialize: (value: unknown, zone?: string) => unknown;
}

/**
 * `retention_time` -> `retentionTime`, `VpcId` -> `vpcId`: n8n's names are camel case, the wire's are
 * the vendor's.
 */
export function propertyName(parameter: string): string {
	return parameter
		.replace(/(?<![._-])[._-]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
		.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/** The fields that travel: those of a form that only holds them together instead of the form. */
export const travelling = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => field.parts ?? [field]);

/** What an expression or an emptied field leaves behind. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * Whether a field that belongs to certain values of other fields is shown. n8n shows all of them
 * where such a value comes from an expression, and then sends what was never meant.
 */
export const isShown = (
	{ property }: Pick<Field, 'property'>,
	parameterOf: (name: string) => unknown,
): boolean =>
	Object.entries(property.displayOptions?.show ?? {}).every(([name, values]) =>
		(values as unknown[]).map(String).includes(String(parameterOf(name))),
	);
