import type { INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';

type Shown = Record<string, Array<string | boolean>>;

/** The description of a stand-in: what n8n-core needs of it and nothing for the editor. */
export function describe(
	name: string,
	version: number | number[],
	properties: INodeProperties[] = [],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version,
		description: `Stand-in for n8n's own ${name} node`,
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties,
		...more,
	};
}

/** A parameter, shown only with the given values of others. */
export function property(
	name: string,
	type: INodeProperties['type'],
	defaultValue: INodeProperties['default'],
	show?: Shown,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName: name,
		name,
		type,
		default: defaultValue,
		...(show && { displayOptions: { show } }),
		...more,
	};
}

/** A drop-down; the values are also the names. */
export function choice(name: string, values: string[], show?: Shown): INodeProperties {
	return property(name, 'options', values[0], show, {
		options: values.map((value) => ({ name: value, value })),
	});
}

/** A group of fields in a fixedCollection. */
export function group(name: string, values: INodeProperties[]): INodePropertyCollection {
	return { displayName: name, name, values };
}

/** A list of rows, such as the query parameters of the HTTP Request node. */
export function rows(
	name: string,
	groupName: string,
	columns: INodeProperties[],
	show?: Shown,
): INodeProperties {
	return property(name, 'fixedCollection', {}, show, {
		typeOptions: { multipleValues: true },
		options: [group(groupName, columns)],
	});
}
