import type { JsonSchema } from '../../../emulator/core/facts';
import { readText } from '../../../emulator/core/validation';

/** How a vendor's parameters travel. */
export interface Style {
	/** The place of all parameters, wherever n8n's routing puts them; absent where each has its own. */
	place?: 'query' | 'body';
	/** Parameters that the vendor's envelope adds to every request which has them. */
	given: Record<string, unknown>;
	/** Whether every value becomes text on the wire, so that 3 and "3" are the same. */
	isText: boolean;
}

/** Method, path, query and body mean what they say. */
export const REST: Style = { given: {}, isText: false };

/** A value as the vendor reads it off a wire that has texts only. */
export function readBack(schema: JsonSchema, value: unknown): unknown {
	if (value === undefined || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => readBack(schema.items ?? {}, entry));
	if (typeof value !== 'object') return readText(schema, String(value));
	const members = Object.entries(value).map(([name, member]) => [
		name,
		readBack(schema.properties?.[name] ?? {}, member),
	]);
	return Object.fromEntries(members);
}

/** What the names of RPC operations that change nothing begin with. */
const READS = /^(Get|Describe|List|Query|Inquire|Fetch|Check|Preview)/;

/** Whether an operation of an RPC vendor, which are all POST, is one that may be repeated at will. */
export const isRead = (api: string): boolean => READS.test(api);
