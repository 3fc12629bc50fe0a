/** The JSON schema of an output, in the form that n8n's own nodes have it: types and names, nothing else. */
export interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	version?: number;
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

/** What is left of two schemas of one value seen twice: every name, and the type that holds both. */
function merged(a: Schema | undefined, b: Schema | undefined): Schema | undefined {
	if (!a || !b) return a ?? b;
	if (a.type === 'null') return b;
	if (b.type === 'null') return a;
	const numbers = ['integer', 'number'];
	if (a.type !== b.type && numbers.includes(a.type) && numbers.includes(b.type)) {
		return { type: 'number' };
	}
	if (a.type !== b.type) throw new Error(`One field is both ${a.type} and ${b.type}`);
	if (a.type === 'array') {
		const items = merged(a.items, b.items);
		return { type: 'array', ...(items && { items }) };
	}
	if (a.type !== 'object') return a;
	const names = [
		...new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})]),
	];
	const properties = names
		.sort()
		.map((name) => [name, merged(a.properties?.[name], b.properties?.[name])]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function schemaOf(value: unknown): Schema {
	const type = typeOf(value);
	if (type === 'array') {
		const items = schemaOfAll(value as unknown[]);
		return { type, ...(items && { items }) };
	}
	if (type !== 'object') return { type };
	const properties = Object.entries(value as object)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, inner]) => [name, schemaOf(inner)]);
	return { type, properties: Object.fromEntries(properties) };
}

/** The schema that holds all of the values; nothing for none. */
export const schemaOfAll = (values: unknown[]): Schema | undefined =>
	values.map(schemaOf).reduce<Schema | undefined>(merged, undefined);
