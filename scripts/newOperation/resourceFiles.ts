import type { Wanted } from './arguments';
import { literal } from './code/code';
import { moduleOfName, withEntry, withImports } from './code/edit';
import { constantOf, resourceNames } from './naming';
import type { Project } from './project';
import type { VendorProfile } from './vendors/vendor';

/** The lists of operations and resources. */

/** A new resource with its first operation. */
function newResource(resource: string, operation: string): string {
	const { title } = resourceNames(resource);
	const constant = constantOf(operation);
	return [
		"import type { Resource } from '../../../shared/contract/operation';",
		`import { ${constant} } from './${operation}';`,
		'',
		`export const ${resource}: Resource = {`,
		`value: ${literal(resource)},`,
		`name: ${literal(title)},`,
		`operations: [${constant}],`,
		'};',
		'',
	].join('\n');
}

/** Puts an operation into the list of its resource, which stays in the order of its files. */
function listed(path: string, text: string, folder: string, operation: string): string {
	const constant = constantOf(operation);
	const source = withImports(path, text, [{ name: constant, from: `${folder}/${operation}` }]);
	return withEntry(source, 'operations', constant, (present, index) => {
		const module = moduleOfName(source, present) ?? '';
		// The first one is what the form begins with.
		return index === 0 || module < `./${operation}`;
	});
}

/**
 * Plans the lists that have to name the operation.
 *
 * @returns Whether the resource is new
 */
export function planResource(
	project: Project,
	{ folder }: VendorProfile,
	{ resource, operation }: Wanted,
): boolean {
	const all = `nodes/${folder}/resources`;
	const path = `${all}/${resource}/index.ts`;
	const isNew = !project.has(path);
	if (!isNew) {
		const text = project.read(path);
		project.plan(path, listed(path, text, `${all}/${resource}`, operation));
		return false;
	}
	project.plan(path, newResource(resource, operation));
	const index = `${all}/index.ts`;
	const imported = withImports(index, project.read(index), [
		{ name: resource, from: `${all}/${resource}` },
	]);
	project.plan(index, withEntry(imported, 'resources', resource));
	return true;
}
