import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/** Two words with a blank between them. */
const PROSE = /\S\s+\S/;

/**
 * Leaves alone what is only read by people: texts of several words into which nothing is put. How a text is worded is
 * held by tests of texts, and no mutant of it can order anything. Words alone, such as a failure's kind, are mutated, and
 * so are texts that name something, as an ID must not get lost in them.
 */
const prose = {
	shouldIgnore({ node }) {
		const isText =
			(node.type === 'StringLiteral' && PROSE.test(node.value)) ||
			(node.type === 'TemplateLiteral' &&
				node.expressions.length === 0 &&
				PROSE.test(node.quasis[0].value.raw));
		return isText ? 'A text for people, into which nothing is put' : undefined;
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)];
