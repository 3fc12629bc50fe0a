/** No text from outside keeps n8n busy: each regular expression of the sources takes long texts in linear time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LENGTH = 60_000;

/** A quadratic one takes seconds for such a text, milliseconds. */
const SLOW = 1_000;

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
);

/** Literals behind what can stand before an expression. */
const LITERAL =
	/(?<=[(,=:[!&|?\s])\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([gimsuy]*)(?=[.,;)\]\s])/g;

/** Expressions for n8n have theirs in a text, where a backslash is doubled. */
const literalsIn = (source: string) =>
	[source, source.replaceAll('\\\\', '\\')].flatMap((text) =>
		[...text.matchAll(LITERAL)].map(([, pattern, flags]) => `/${pattern}/${flags}`),
	);

function compiled(literal: string): RegExp | undefined {
	const end = literal.lastIndexOf('/');
	try {
		return new RegExp(literal.slice(1, end), literal.slice(end + 1).replace('g', ''));
	} catch {
		return undefined;
	}
}

const patterns = [...new Set(sources.flatMap(literalsIn))].flatMap((text) => {
	const pattern = compiled(text);
	return pattern ? [{ text, pattern }] : [];
});

const PUMPS = ['a', 'A', '0', ' ', '/', '-', '.', '"', '<', '\t', 'a-', 'a/', '0.', '\\"', '%7B'];
const MORE = ['E', '{', '[', 'User:', ',', '=', ' =', '\n', '&', '?', '*'];

test(`there are expressions to try`, () => expect(patterns.length).toBeGreaterThan(60));

test.each([...PUMPS, ...MORE])('%j, many times', (pump) => {
	const slow = ['', '!', '\n', '\u0000'].flatMap((tail) => {
		const text = pump.repeat(Math.ceil(LENGTH / pump.length)) + tail;
		return patterns.filter(({ pattern }) => {
			const start = performance.now();
			pattern.test(text);
			return performance.now() - start > SLOW;
		});
	});
	expect(slow.map(({ text }) => text)).toEqual([]);
});
