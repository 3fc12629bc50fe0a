import type { Code } from './code/code';
import { code } from './code/code';
import { camel, singularOf, wordsOf } from './naming';
import { knownPages } from './paging';
import type { Project } from './project';
import type { Draft, List, VendorProfile } from './vendors/vendor';

/** Name of the description of a list: `recycle_instances` -> recycleInstancePages */
function constantFor({ name, entry }: List, resource: string, isTaken: (name: string) => boolean) {
	const isGeneral = ['Data', 'Result', 'data', 'result'].includes(name);
	const words = wordsOf(isGeneral ? (entry ?? resource) : name).filter(
		(word, _, all) => word !== 'list' || all.length === 1,
	);
	const usual = `${camel(singularOf(words))}Pages`;
	return isTaken(usual) ? `${camel([...wordsOf(resource), ...words])}Pages` : usual;
}

/**
 * How the list of an operation is read: as a description of `api/pages.ts` says already, or by a new
 * one there.
 *
 * @returns What stands as `pages` in the operation; `undefined` where it reads no list
 */
export function planPages(
	project: Project,
	profile: VendorProfile,
	draft: Draft,
): Code | undefined {
	const { list, paging, schema } = draft.answer;
	if (!list) return undefined;
	const module = `nodes/${profile.folder}/api/pages`;
	const known = knownPages(project, profile, list, paging);
	const others = Object.keys(schema.properties ?? {}).filter(
		(name) => name !== list.name && name !== list.total,
	);
	if (others.length > 0) {
		draft.checks.push(
			`The items are the rows of '${list.name}'; ${others.join(', ')} of the answer do not come out.`,
		);
	}
	if (known) return code(known, { name: known, from: module });
	const exported = project.load<Record<string, unknown>>(module);
	const constant = constantFor(list, draft.resource, (name) => Object.hasOwn(exported, name));
	const source = profile.pages(list, paging, constant);
	project.plan(`${module}.ts`, `${project.read(`${module}.ts`).trimEnd()}\n\n${source.text}\n`);
	draft.checks.push(
		`${constant} in api/pages.ts: rows are told apart by '${[list.key].flat().join(', ')}'${paging && paging.most === undefined ? ', and the facts do not say how many rows a page can have' : ''}.`,
	);
	return code(constant, { name: constant, from: module });
}
