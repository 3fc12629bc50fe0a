import type { INodeProperties } from 'n8n-workflow';

/** Where a field is shown: the resource, and its operations. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** Operations that have the same value have it under one resource each, so one condition is enough. */
export function shownFor(where: Where, more: Record<string, unknown[]> = {}) {
	return {
		show: {
			resource: Object.keys(where),
			operation: [...new Set(Object.values(where).flat())],
			...more,
		},
	} as NonNullable<INodeProperties['displayOptions']>;
}

/** Operations that list instances. */
export const LISTING: Where = {
	instance: ['getAll'],
	cleanUp: ['find', 'remind', 'deleteMarked'],
};

/** Operations for one instance. */
export const NAMING: Where = {
	instance: ['get', 'getActivity'],
	cleanUp: ['mark', 'unmark', 'delete'],
};

/** Operations that delete. */
export const DELETING: Where = { cleanUp: ['deleteMarked', 'delete'] };

/** A placeholder row of tags: key and value. */
export const tagRows = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Tag',
	default: {},
	description,
	options: [
		{
			displayName: 'Tag',
			name: 'entry',
			values: [
				{
					displayName: 'Key',
					name: 'key',
					type: 'string',
					default: '',
					placeholder: 'e.g. env',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'Leave empty for any value',
				},
			],
		},
	],
});
