import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** Two words with a blank between them. */
const PROSE = /\S\s+\S/;

/** Members of an operation that only declare its form: tests of all operations hold them against the facts. */
const DECLARED = ['value', 'name', 'action', 'description', 'fields', 'options'];

const isText = (node) =>
	(node.type === 'StringLiteral' && PROSE.test(node.value)) ||
	(node.type === 'TemplateLiteral' &&
		node.expressions.length === 0 &&
		PROSE.test(node.quasis[0].value.raw));

/** Whether a node is a member of `const create: Operation = { … }` that declares its form. */
function isDeclaration({ node, parentPath }) {
	if (node.type !== 'ObjectProperty' || !DECLARED.includes(node.key.name)) return false;
	const { id } = parentPath?.parentPath?.node ?? {};
	return id?.typeAnnotation?.typeAnnotation?.typeName?.name === 'Operation';
}

/**
 * Leaves alone what is only read by people: texts of several words into which nothing is put. How a text is worded is
 * held by tests of texts, and no mutant of it can order anything. Words alone, such as a failure's kind, are mutated, and
 * so are texts that name something, as an ID must not get lost in them.
 */
const prose = {
	shouldIgnore(path) {
		if (isText(path.node)) return 'A text for people, into which nothing is put';
		return isDeclaration(path) ? 'The form of an operation' : undefined;
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)];
