import type { Code } from './code/code';
import { code } from './code/code';
import type { Project } from './project';
import type { Draft, VendorProfile } from './vendors/vendor';

/** Most fields that come out without "Simplify". */
const MOST_FIELDS = 10;

/**
 * What "Simplify" keeps: what it keeps of the resource elsewhere, if the rows have most of it.
 *
 * @returns `undefined` where it is not needed, or where somebody has to write it
 */
export function simpleFor(
	project: Project,
	{ folder }: VendorProfile,
	draft: Draft,
): Code | undefined {
	const { kind, answer, resource, checks } = draft;
	if (kind !== 'read') return undefined;
	const names = Object.keys((answer.list?.row ?? answer.schema).properties ?? {});
	const module = `nodes/${folder}/resources/${resource}/simple`;
	if (answer.list && project.has(`${module}.ts`)) {
		const { simple = [] } = project.load<{ simple?: readonly string[] }>(module);
		const kept = simple.filter((name) => names.includes(name));
		if (kept.length > simple.length / 2) return code('simple', { name: 'simple', from: module });
	}
	if (names.length > MOST_FIELDS) {
		checks.push(`An item has ${names.length} fields: choose at most ${MOST_FIELDS} as 'simple'.`);
	}
	return undefined;
}
