import { parseArgs } from 'node:util';

import type { FactsVendor } from '../../emulator/core/facts';
import type { OperationKind } from '../../nodes/shared/contract/operation';

/** What is to be written. */
export interface Wanted {
	vendor: FactsVendor;
	/** Value of the n8n resource: `recycleBin`. */
	resource: string;
	/** Value of the n8n operation: `restoreInstances`. */
	operation: string;
	/** Name of the API operation, where it was given. */
	api?: string;
	/** What the form calls the operation, where it was given. */
	name?: string;
	kind?: OperationKind;
	/** Whether the resource may be one that the node does not have. */
	isNewResource: boolean;
	/** Only shows what would be written. */
	isDryRun: boolean;
}

/** What the user asked for cannot be done; the message says why, and what to do. */
export class UsageError extends Error {}

export const USAGE = `Usage: npm run new-operation -- <vendor> <resource> <operation> [<API operation>] [options]

  <vendor>          huawei, alibaba, or tencent
  <resource>        value of the n8n resource, such as recycleBin
  <operation>       value of the n8n operation, such as getAll or restoreInstances
  <API operation>   name in the vendor's reference, where it does not follow from the others

  --name <text>     what the form calls the operation, such as "Get Many"
  --kind <kind>     read, create, change, or delete
  --new-resource    add the resource, which the node does not have
  --dry-run         show what would be written
  --help            this text
`;

const VENDORS: readonly string[] = ['huawei', 'alibaba', 'tencent'];
const KINDS: readonly string[] = ['read', 'create', 'change', 'delete'];
const VALUE = /^[a-z][A-Za-z0-9]*$/;

const options = {
	name: { type: 'string' },
	kind: { type: 'string' },
	'new-resource': { type: 'boolean' },
	'dry-run': { type: 'boolean' },
	help: { type: 'boolean' },
} as const;

function parsed(given: string[]) {
	try {
		return parseArgs({ args: given, options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
	}
}

/**
 * Reads the command line.
 *
 * @returns `help` where only the usage was asked for
 * @throws {UsageError}
 */
export function readArguments(given: string[]): Wanted | 'help' {
	const { values, positionals } = parsed(given);
	if (values.help) return 'help';
	const [vendor = '', resource = '', operation = '', api, ...more] = positionals;
	const wrong = (what: string) => new UsageError(`${what}\n\n${USAGE}`);
	if (!VENDORS.includes(vendor)) {
		throw wrong(`There is no vendor '${vendor}': it is huawei, alibaba, or tencent.`);
	}
	if (!VALUE.test(resource)) throw wrong('The resource is a word in camel case, such as topic.');
	if (!VALUE.test(operation)) {
		throw wrong('The operation is a word in camel case, such as getAll.');
	}
	if (more.length > 0) throw wrong(`Too many arguments: ${more.join(' ')}.`);
	if (values.kind !== undefined && !KINDS.includes(values.kind)) {
		throw wrong(`The kind is one of ${KINDS.join(', ')}.`);
	}
	return {
		vendor: vendor as FactsVendor,
		resource,
		operation,
		api,
		name: values.name,
		kind: values.kind as OperationKind | undefined,
		isNewResource: values['new-resource'] === true,
		isDryRun: values['dry-run'] === true,
	};
}
