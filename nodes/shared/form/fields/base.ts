import type { INodeProperties } from 'n8n-workflow';

import { missing } from '../../contract/badInput';
import type { Field, SentIn } from '../../contract/field';
import { isBlank, propertyName } from '../../contract/field';

/** What every builder takes. Texts follow n8n's UX rules: Title Case names, no closing period. */
export interface Common {
	/** Name of the n8n property; by default the wire name in camel case. */
	name?: string;
	required?: boolean;
	/** Where it travels; by default in the body. */
	sentIn?: SentIn;
	description?: string;
	hint?: string;
	placeholder?: string;
	/** Shown only where these parameters have these values. */
	show?: Record<string, Array<string | number | boolean>>;
}

/** What makes n8n show it: the type, its default and what else belongs to the type. */
export type Shape = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

/**
 * A field of which n8n's name and routing follow from the wire name. A blank value is left out, or
 * refused where one is required.
 *
 * @param convert Turns a value that is not blank into what the API takes, or throws `BadInput`
 */
export function field(
	wireName: string,
	displayName: string,
	common: Common,
	shape: Shape,
	convert: (value: unknown) => unknown,
): Field {
	const { sentIn = 'body', required = false, show } = common;
	const property: INodeProperties = {
		displayName,
		name: common.name ?? propertyName(wireName),
		...shape,
	};
	if (required) property.required = true;
	for (const key of ['description', 'hint', 'placeholder'] as const) {
		if (common[key] !== undefined) property[key] = common[key];
	}
	if (show) property.displayOptions = { show };
	if (sentIn === 'body' || sentIn === 'query') {
		property.routing = { send: { type: sentIn, property: wireName } };
	}
	return {
		property,
		wireName,
		sentIn,
		required: required && !show,
		serialize(value) {
			if (!isBlank(value)) return convert(value);
			if (required && !show) throw missing(displayName);
			return undefined;
		},
	};
}
