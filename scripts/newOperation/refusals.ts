import type { JsonSchema } from '../../emulator/core/facts';
import type { Operation, Resource } from '../../nodes/shared/contract/operation';
import type { Wanted } from './arguments';
import { UsageError } from './arguments';
import type { Facts } from './facts';
import { nearestTo } from './nearest';
import { operationPath } from './operationFile';
import type { Project } from './project';
import { testPath } from './testFile';
import type { Row, VendorProfile } from './vendors/vendor';

/** What is refused before anything is planned, each in a sentence that says what to do. */

/**
 * A resource that the node does not have has to be asked for, because a mistyped name would add one.
 *
 * @throws {UsageError}
 */
export function checkResource(
	{ title }: VendorProfile,
	resources: Resource[],
	{ resource, isNewResource }: Wanted,
): void {
	const names = resources.map(({ value }) => value);
	if (names.includes(resource) || isNewResource) return;
	const near = nearestTo(resource, names);
	const known = near.length > 0 ? `Nearest: ${near.join(', ')}` : `It has ${names.join(', ')}`;
	throw new UsageError(
		`The node of ${title} has no resource '${resource}'. ${known}. To add it, give --new-resource.`,
	);
}

/**
 * What is there is never written over: neither an operation nor a test that somebody has finished.
 *
 * @throws {UsageError}
 */
export function checkAbsent(
	project: Project,
	profile: VendorProfile,
	resources: Resource[],
	wanted: Wanted,
): void {
	const { resource, operation } = wanted;
	const file = [operationPath(profile, wanted), testPath(wanted)].find((one) => project.has(one));
	if (file) {
		throw new UsageError(
			`${file} exists already, and nothing was written. Choose another operation, or discard the earlier run first.`,
		);
	}
	const isListed = resources
		.find(({ value }) => value === resource)
		?.operations.some(({ value }: Operation) => value === operation);
	if (isListed) {
		throw new UsageError(
			`The node of ${profile.title} has ${resource}/${operation} already, and nothing was written. Choose another operation.`,
		);
	}
}

/** What the sources are made of; it may be `null` where there is nothing to say. */
const NEEDED = [
	...['operation', 'source', 'title', 'examples', 'notes'],
	...['method', 'path', 'action', 'version', 'service'].map((name) => `request.${name}`),
	...['path', 'query', 'body'].map((name) => `request.parameters.${name}`),
	...['status', 'schema'].map((name) => `response.${name}`),
];

const memberOf = (facts: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((value, name) => (value as Row | undefined)?.[name], facts);

/**
 * What is missing in facts would end up in the sources, or end the command with an error of its own.
 *
 * @throws {UsageError}
 */
export function checkMembers(facts: Facts): void {
	const missing = NEEDED.filter((path) => memberOf(facts, path) === undefined);
	if (missing.length === 0) return;
	throw new UsageError(
		`The facts of ${facts.operation ?? 'the operation'} lack ${missing.join(', ')}. emulator/api/README.md has the format.`,
	);
}

/** Where a schema refers to a definition: `body.Task: #/$defs/Task` */
function referencesIn(schema: unknown, path: string): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	return Object.entries(schema).flatMap(([name, inner]) => {
		if (name === '$ref' && typeof inner === 'string') return [`${path}: ${inner}`];
		const isNamed = !['properties', 'items', '$defs', 'contentSchema'].includes(name);
		return referencesIn(inner, isNamed ? `${path}.${name}` : path);
	});
}

/** How many references an error lists. */
const MOST_REFERENCES = 3;

/**
 * Fields come from the schema of a parameter alone, and the test of the facts reads it alone, so that
 * neither follows a reference to a definition elsewhere.
 *
 * @throws {UsageError}
 */
export function checkReferences({ operation, request, response }: Facts): void {
	const places: Array<[string, JsonSchema | null]> = [
		...Object.entries(request.parameters),
		['response', response.schema],
	];
	const found = places.flatMap(([place, schema]) => referencesIn(schema, place));
	if (found.length === 0) return;
	const more = found.length > MOST_REFERENCES ? `, and ${found.length - MOST_REFERENCES} more` : '';
	throw new UsageError(
		`The facts of ${operation} refer to definitions, which this command does not follow (${found.slice(0, MOST_REFERENCES).join(', ')}${more}). Put each definition in the place of its $ref, or write the operation by hand.`,
	);
}
