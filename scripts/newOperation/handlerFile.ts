import type { Wanted } from './arguments';
import type { Import } from './code/code';
import { withEntry, withImports, withNamespace } from './code/edit';
import { importLines } from './code/imports';
import { thirdPerson } from './english';
import { commented } from './operationFile';
import type { Project } from './project';
import type { Draft, VendorProfile } from './vendors/vendor';
import type { Vocabulary } from './fields/vocabulary';

/** The handler of the emulated cloud. */

const exportsOf = (text: string): string[] =>
	[...text.matchAll(/^export const (\w+): \w*Handler\b/gm)].map(([, name]) => name);

/** The file that has most handlers of the resource's operations; a new one for a new resource. */
function fileFor(
	project: Project,
	folder: string,
	{ resource }: Wanted,
	{ resources }: Vocabulary,
	api: string,
): string {
	const operations = resources.find(({ value }) => value === resource)?.operations ?? [];
	const apis = new Set(operations.map((operation) => operation.api));
	const rated = project
		.filesIn(folder)
		.filter((file) => file.endsWith('.ts') && file !== 'index.ts')
		.map((file) => ({ file, names: exportsOf(project.read(`${folder}/${file}`)) }))
		.map(({ file, names }) => ({
			file,
			has: names.includes(api),
			count: names.filter((name) => apis.has(name)).length,
		}))
		.sort((a, b) => Number(b.has) - Number(a.has) || b.count - a.count);
	return rated[0]?.count > 0 || rated[0]?.has ? rated[0].file : `${resource}.ts`;
}

function handlerText(profile: VendorProfile, draft: Draft): { text: string; imports: Import[] } {
	const { parameters, body } = profile.handler(draft);
	const { operation, title } = draft.facts;
	return {
		text: [
			commented(
				`${thirdPerson(title)}${draft.kind === 'read' ? ': always the example of the facts' : '; nothing of it is kept'}.`,
			),
			`export const ${operation}: ${profile.handlerType} = (${parameters.join(', ')}) => {`,
			body.text,
			'};',
		].join('\n'),
		imports: [
			{
				name: profile.handlerType,
				from: `emulator/${profile.vendor}/requests/context`,
				isType: true,
			},
			...body.imports,
		],
	};
}

/**
 * Plans the handler of the API operation, unless the emulated cloud has one.
 *
 * @returns Where it is, and whether it is new
 */
export function planHandler(
	project: Project,
	profile: VendorProfile,
	draft: Draft,
	wanted: Wanted,
	vocabulary: Vocabulary,
): { path: string; isNew: boolean } {
	const folder = `emulator/${profile.vendor}/operations`;
	const { operation: api } = draft.facts;
	const file = fileFor(project, folder, wanted, vocabulary, api);
	const path = `${folder}/${file}`;
	const present = project.has(path) ? project.read(path) : undefined;
	if (present && exportsOf(present).includes(api)) return { path, isNew: false };
	const { text, imports } = handlerText(profile, draft);
	const source =
		present === undefined
			? `${importLines(path, imports)}\n\n${text}\n`
			: `${withImports(path, present, imports).trimEnd()}\n\n${text}\n`;
	project.plan(path, source);
	if (present === undefined) {
		const name = file.replace(/\.ts$/, '');
		const index = `${folder}/index.ts`;
		const listed = withNamespace(project.read(index), name, `./${name}`);
		const isAfter = (entry: string) => entry < `...${name}`;
		project.plan(index, withEntry(listed, 'HANDLERS', `...${name}`, isAfter));
	}
	return { path, isNew: true };
}
