import ts from 'typescript';

import type { Import } from './code';
import { importLines, specifier } from './imports';

/** Additions to sources that exist. Each leaves a source alone that has what is to be added. */

const parse = (text: string) =>
	ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);

const importsIn = (source: ts.SourceFile) => source.statements.filter(ts.isImportDeclaration);

const moduleOf = ({ moduleSpecifier }: ts.ImportDeclaration) =>
	(moduleSpecifier as ts.StringLiteral).text;

const inserted = (text: string, at: number, added: string) =>
	text.slice(0, at) + added + text.slice(at);

/** Puts an import declaration where its module belongs among the others. */
function withDeclaration(text: string, module: string, line: string): string {
	const declarations = importsIn(parse(text));
	const isNear = (name: string) => name.startsWith('.') === module.startsWith('.');
	const next = declarations.find((one) => isNear(moduleOf(one)) && moduleOf(one) > module);
	if (next) return inserted(text, next.getStart(), `${line}\n`);
	const last = declarations.at(-1);
	return inserted(text, last?.getEnd() ?? 0, last ? `\n${line}` : `${line}\n`);
}

/** Names that a declaration imports, as they stand there but for the word "type". */
const namesIn = ({ importClause }: ts.ImportDeclaration): string[] => {
	const bindings = importClause?.namedBindings;
	if (!bindings || !ts.isNamedImports(bindings)) return [];
	return bindings.elements.map((element) => element.getText().replace(/^type /, ''));
};

/** Adds names to what a source imports. */
export function withImports(file: string, text: string, imports: Import[]): string {
	return imports.reduce((source, one) => {
		const module = specifier(file, one.from);
		const known = importsIn(parse(source)).filter(
			(declaration) => moduleOf(declaration) === module && namesIn(declaration).length > 0,
		);
		if (known.some((declaration) => namesIn(declaration).includes(one.name))) return source;
		const isType = one.isType === true;
		const same = known.find(({ importClause }) => importClause?.isTypeOnly === isType);
		if (!same) return withDeclaration(source, module, importLines(file, [one]));
		const { elements } = same.importClause?.namedBindings as ts.NamedImports;
		return inserted(source, elements[elements.length - 1].getEnd(), `, ${one.name}`);
	}, text);
}

/** Adds `import * as name from 'module'`. */
export function withNamespace(text: string, name: string, module: string): string {
	if (importsIn(parse(text)).some((one) => moduleOf(one) === module)) return text;
	return withDeclaration(text, module, `import * as ${name} from '${module}';`);
}

type Collection = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

const entriesOf = (collection: Collection): ts.NodeArray<ts.Node> =>
	ts.isArrayLiteralExpression(collection) ? collection.elements : collection.properties;

/** The array or object that is the value of a constant or a member of this name. */
function collectionNamed(source: ts.SourceFile, name: string): Collection {
	let found: Collection | undefined;
	const visit = (node: ts.Node): void => {
		const isNamed =
			(ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
			node.name.getText() === name;
		const value = isNamed ? node.initializer : undefined;
		if (value && (ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value))) {
			found ??= value;
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	if (!found) throw new Error(`The source has no list '${name}'`);
	return found;
}

/**
 * Adds an entry to the list or object of this name.
 *
 * @param isAfter Whether the new entry comes after this one; by default it is the last
 */
export function withEntry(
	text: string,
	name: string,
	entry: string,
	isAfter: (present: string, index: number) => boolean = () => true,
): string {
	const collection = collectionNamed(parse(text), name);
	const entries = entriesOf(collection);
	if (entries.some((one) => one.getText() === entry)) return text;
	const next = entries.find((one, index) => !isAfter(one.getText(), index));
	if (next) return inserted(text, next.getStart(), `${entry}, `);
	const last = entries[entries.length - 1];
	return last
		? inserted(text, last.getEnd(), `, ${entry}`)
		: inserted(text, collection.getStart() + 1, entry);
}

/** Module from which a source has a name, as it stands there; `undefined` if it is not imported. */
export const moduleOfName = (text: string, name: string): string | undefined =>
	importsIn(parse(text))
		.filter(({ importClause }) => importClause?.namedBindings?.getText().match(`\\b${name}\\b`))
		.map(moduleOf)[0];
