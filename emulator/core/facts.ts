import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON Schema (2020-12) of the facts. */
export interface JsonSchema {
	type?: string | string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
	required?: string[];
	enum?: unknown[];
	default?: unknown;
	contentSchema?: JsonSchema;
	[keyword: string]: unknown;
}

/** One operation of a vendor as kept in `emulator/api/<vendor>/<Operation>.json`. */
export interface OperationFacts {
	operation: string;
	title: string;
	request: {
		method: string;
		path: string;
		action: string | null;
		version: string | null;
		service: string | null;
		parameters: Record<'path' | 'query' | 'body', JsonSchema | null>;
	};
	response: { status: number; schema: JsonSchema | null };
	examples: Array<{
		title: string;
		request: Partial<Record<'path' | 'query' | 'body', Record<string, unknown> | null>>;
		response: unknown;
	}>;
	notes: string[];
	/** What a user has to be granted, where it stands with the operation. */
	permission?: string | null;
}

export type FactsVendor = 'huawei' | 'alibaba' | 'tencent';

const API = join(__dirname, '..', 'api');

/**
 * What is kept of a vendor besides its operations, such as `_errors.json`.
 * @param file name of the file in `emulator/api/<vendor>`
 */
export function readFacts<T>(vendor: FactsVendor, file: string): T {
	return JSON.parse(readFileSync(join(API, vendor, file), 'utf8')) as T;
}

const cache = new Map<string, OperationFacts[]>();

/** The operations in a folder, read once. Files with a leading underscore are not operations. */
function operationsIn(...path: string[]): OperationFacts[] {
	const folder = join(API, ...path);
	const known = cache.get(folder);
	if (known) return known;
	const facts = (existsSync(folder) ? readdirSync(folder) : [])
		.filter((file) => file.endsWith('.json') && !file.startsWith('_'))
		.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as OperationFacts);
	cache.set(folder, facts);
	return facts;
}

/** All operations of a vendor's Kafka service. */
export const loadFacts = (vendor: FactsVendor): OperationFacts[] => operationsIn(vendor);

/** Those of other services that lists, checks, and the fleet ask: networks, keys, monitoring, identity. */
export const loadCompanions = (vendor: FactsVendor): OperationFacts[] =>
	operationsIn(vendor, 'companions');

/** One operation of a vendor; throws when the facts do not have it. */
export function factsOf(vendor: FactsVendor, operation: string): OperationFacts {
	const found = loadFacts(vendor).find((facts) => facts.operation === operation);
	if (!found) throw new Error(`No facts for ${vendor} ${operation}`);
	return found;
}
