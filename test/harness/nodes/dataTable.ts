import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { choice, describe, group, property, rows } from './describe';

/** A Data Table: the types of its columns, and its rows. */
export interface DataTable {
	columns: Readonly<Record<string, string>>;
	rows: IDataObject[];
}

/** Columns that n8n gives every table; no row can set them. */
const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

const onTable = { resource: ['table'] };
const onRow = { resource: ['row'] };

const description = describe(
	'dataTable',
	[1, 1.1],
	[
		choice('resource', ['row', 'table']),
		choice('operation', ['insert', 'upsert', 'create']),
		property('tableName', 'string', '', onTable),
		rows(
			'columns',
			'column',
			[property('name', 'string', ''), property('type', 'string', '')],
			onTable,
		),
		property('dataTableId', 'resourceLocator', { mode: 'list', value: '' }, onRow, {
			modes: [{ displayName: 'name', name: 'name', type: 'string' }],
		}),
		choice('matchType', ['anyCondition', 'allConditions'], onRow),
		property('filters', 'fixedCollection', {}, onRow, {
			typeOptions: { multipleValues: true },
			options: [
				group('conditions', [
					property('keyName', 'string', 'id'),
					property('condition', 'string', 'eq'),
					property('keyValue', 'string', ''),
				]),
			],
		}),
		property('columns', 'resourceMapper', { mappingMode: 'defineBelow', value: null }, onRow, {
			noDataExpression: true,
			typeOptions: {
				resourceMapper: { mode: 'add', resourceMapperMethod: 'getDataTables' } as never,
			},
		}),
		property('options', 'collection', {}, undefined, {
			options: [property('createIfNotExists', 'boolean', true)],
		}),
	],
);

/** The values of a row, which n8n takes only if the table has such columns, and their types. */
function checked(context: IExecuteFunctions, table: DataTable, values: IDataObject): IDataObject {
	for (const [name, value] of Object.entries(values)) {
		const type = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
		const problem =
			type === undefined
				? `unknown column name '${name}'`
				: value !== null && typeof value !== type
					? `value '${JSON.stringify(value)}' does not match column type '${type}'`
					: undefined;
		if (problem) throw new NodeOperationError(context.getNode(), problem);
	}
	return values;
}

function rowOf(context: IExecuteFunctions, index: number): IDataObject {
	if (context.getNodeParameter('columns.mappingMode', index) !== 'autoMapInputData') {
		return context.getNodeParameter('columns.value', index, {}) as IDataObject;
	}
	const { json } = context.getInputData()[index];
	return Object.fromEntries(
		Object.entries(json).filter(([name]) => !SYSTEM_COLUMNS.includes(name)),
	);
}

/** Whether a row meets the conditions, of which the harness knows equality only. */
function matches(context: IExecuteFunctions, index: number): (row: IDataObject) => boolean {
	const conditions = context.getNodeParameter('filters.conditions', index, []) as Condition[];
	if (conditions.length === 0) {
		throw new NodeOperationError(context.getNode(), 'At least one condition is required');
	}
	const isMet = (row: IDataObject) => (one: Condition) => row[one.keyName] === one.keyValue;
	const isAll = context.getNodeParameter('matchType', index) === 'allConditions';
	return (row) => (isAll ? conditions.every(isMet(row)) : conditions.some(isMet(row)));
}

function create(context: IExecuteFunctions, tables: Map<string, DataTable>, index: number) {
	const name = context.getNodeParameter('tableName', index) as string;
	const columns = context.getNodeParameter('columns.column', index, []) as IDataObject[];
	const reuses = context.getNodeParameter('options.createIfNotExists', index, false) as boolean;
	const system = columns.find((one) => SYSTEM_COLUMNS.includes(one.name as string));
	const problem =
		tables.has(name) && !reuses
			? `Data table with name '${name}' already exists`
			: system && `Column name "${String(system.name)}" is reserved`;
	if (problem) throw new NodeOperationError(context.getNode(), problem);
	if (!tables.has(name)) {
		const types = columns.map((one) => [one.name, one.type]);
		tables.set(name, { columns: Object.fromEntries(types) as DataTable['columns'], rows: [] });
	}
	return { name };
}

function write(context: IExecuteFunctions, tables: Map<string, DataTable>, index: number) {
	const { value: name } = context.getNodeParameter('dataTableId', index) as { value: string };
	const table = tables.get(name.toLowerCase());
	if (!table) {
		throw new NodeOperationError(context.getNode(), `Data table with name "${name}" not found`);
	}
	const given = Object.entries(rowOf(context, index)).map(([column, one]) => [column, one ?? null]);
	const values = checked(context, table, Object.fromEntries(given) as IDataObject);
	const isUpsert = context.getNodeParameter('operation', index) === 'upsert';
	const found = isUpsert ? table.rows.filter(matches(context, index)) : [];
	if (found.length > 0) return found.map((row) => Object.assign(row, values));
	const added = { id: table.rows.length + 1, ...values };
	table.rows.push(added);
	return [added];
}

/**
 * Data Table with the operations that the examples use: a table made or used again, rows inserted or upserted.
 *
 * @param tables What n8n has stored, by name
 */
export const dataTables = (tables = new Map<string, DataTable>()) => ({
	'n8n-nodes-base.dataTable': {
		description,
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData().flatMap((_, index) => {
				const isTable = this.getNodeParameter('resource', index) === 'table';
				const made = isTable ? [create(this, tables, index)] : write(this, tables, index);
				return made.map((json) => ({ json: { ...json }, pairedItem: { item: index } }));
			});
			return await Promise.resolve([items]);
		},
	} satisfies INodeType,
});
