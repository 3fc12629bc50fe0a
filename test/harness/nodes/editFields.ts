import type {
	AssignmentCollectionValue,
	AssignmentValue,
	FieldType,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { deepCopy, NodeOperationError, validateFieldType } from 'n8n-workflow';

import { choice, describe, property } from './describe';
import { getPath, setPath, unsetPath } from './paths';

interface Options {
	dotNotation?: boolean;
	ignoreConversionErrors?: boolean;
	stripBinary?: boolean;
}

const chosen = { includeOtherFields: [true] };

const description = describe(
	'set',
	[3.3, 3.4, 3.5],
	[
		choice('mode', ['manual', 'raw']),
		property('assignments', 'assignmentCollection', {}, { mode: ['manual'] }),
		property('jsonOutput', 'json', '{}', { mode: ['raw'] }),
		property('includeOtherFields', 'boolean', false),
		choice('include', ['all', 'selected', 'except'], chosen),
		property('includeFields', 'string', '', { ...chosen, include: ['selected'] }),
		property('excludeFields', 'string', '', { ...chosen, include: ['except'] }),
		property('options', 'collection', {}, undefined, {
			options: [
				property('dotNotation', 'boolean', true),
				property('ignoreConversionErrors', 'boolean', false),
				property('stripBinary', 'boolean', true),
			],
		}),
	],
);

/** One assignment, converted to its type. */
function converted(
	assignment: AssignmentValue,
	node: INode,
	itemIndex: number,
	{ ignoreConversionErrors }: Options,
): unknown {
	const { name, value } = assignment;
	if (value === undefined || value === null) return null;
	const type = (assignment.type ?? 'string') as FieldType;
	const asText = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const result = validateFieldType(name, type === 'string' ? asText : value, type);
	if (result.valid) return result.newValue ?? null;
	if (ignoreConversionErrors) return value;
	throw new NodeOperationError(node, `${result.errorMessage} [item ${itemIndex}]`, { itemIndex });
}

/** The fields of the incoming item which are kept. */
function kept(context: IExecuteFunctions, item: INodeExecutionData, i: number): IDataObject {
	if (!context.getNodeParameter('includeOtherFields', i, false)) return {};
	const list = (name: string) =>
		(context.getNodeParameter(name, i, '') as string)
			.split(',')
			.map((field) => field.trim())
			.filter((field) => field !== '');
	const json = deepCopy(item.json);
	const include = context.getNodeParameter('include', i, 'all');
	if (include === 'all') return json;
	if (include === 'except') {
		for (const field of list('excludeFields')) unsetPath(json, field);
		return json;
	}
	const selected: IDataObject = {};
	for (const field of list('includeFields')) {
		setPath(selected, field.split('.').pop() as string, getPath(json, field));
	}
	return selected;
}

function assigned(context: IExecuteFunctions, item: INodeExecutionData, i: number): IDataObject {
	const options = context.getNodeParameter('options', i, {}) as Options;
	const json = kept(context, item, i);
	if (context.getNodeParameter('mode', i) === 'raw') {
		const output = context.getNodeParameter('jsonOutput', i) as string | IDataObject;
		return { ...json, ...(typeof output === 'string' ? JSON.parse(output) : output) };
	}
	const collection = context.getNodeParameter('assignments', i) as AssignmentCollectionValue;
	for (const assignment of collection.assignments ?? []) {
		const value = converted(assignment, context.getNode(), i, options);
		if (options.dotNotation === false) json[assignment.name] = value as IDataObject;
		else setPath(json, assignment.name, value);
	}
	return json;
}

/** Edit Fields (Set) from version 3.3. */
const set: INodeType = {
	description,
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData().map((item, i): INodeExecutionData => {
			const pairedItem = { item: i };
			try {
				return { json: assigned(this, item, i), pairedItem };
			} catch (error) {
				if (!this.continueOnFail()) {
					throw new NodeOperationError(this.getNode(), error as Error, { itemIndex: i });
				}
				return { json: { error: (error as Error).message }, pairedItem };
			}
		});
		return [items];
	},
};

export const editFields = { 'n8n-nodes-base.set': set };
