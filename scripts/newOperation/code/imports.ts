import { dirname, relative } from 'node:path/posix';

import type { Import } from './code';

/** How a file names a module of the project; packages keep their names. */
export function specifier(file: string, module: string): string {
	if (!module.includes('/') || module.startsWith('node:')) return module;
	const path = relative(dirname(file), module);
	return path.startsWith('.') ? path : `./${path}`;
}

const isPackage = (name: string) => !name.startsWith('.');

const byName = (a: string, b: string) => {
	const [first, second] = [a.toLowerCase(), b.toLowerCase()];
	return first < second ? -1 : Number(first > second);
};

/** Import declarations in the project's order: packages, then the farthest modules first. */
export function importLines(file: string, imports: Import[]): string {
	const groups = new Map<string, { from: string; isType: boolean; names: Set<string> }>();
	for (const { name, from, isType = false } of imports) {
		const module = specifier(file, from);
		const id = `${module} ${isType ? 0 : 1}`;
		const group = groups.get(id) ?? { from: module, isType, names: new Set<string>() };
		groups.set(id, group);
		group.names.add(name);
	}
	const lines = (wanted: boolean) =>
		[...groups]
			.filter(([, { from }]) => isPackage(from) === wanted)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([, { from, isType, names }]) => {
				const list = [...names].sort(byName).join(', ');
				return `import ${isType ? 'type ' : ''}{ ${list} } from '${from}';`;
			});
	return [lines(true), lines(false)]
		.filter((group) => group.length > 0)
		.map((group) => group.join('\n'))
		.join('\n\n');
}
