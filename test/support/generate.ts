import fc from 'fast-check';

/** One seed for all comparisons: a failure can be repeated, a pass means the same requests each time. */
export const RUNS = { seed: 20240620, numRuns: 600 };

/** Characters which encoders disagree about, and text in the scripts that users of the vendors write. */
const character = fc.constantFrom(
	...'abzAZ019-_.~',
	...' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}',
	...'订单主题测试éüßñЖ한日本',
	'🚀',
	'👩',
	'𠮷',
);

/** Any text, the empty one included. */
export const text = fc.string({ unit: character, maxLength: 12 });

/** A parameter name: some text that is not empty. */
const plainName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.]{0,9}$/);
export const parameterName = fc.oneof(
	{ weight: 3, arbitrary: plainName },
	{ weight: 1, arbitrary: fc.string({ unit: character, minLength: 1, maxLength: 8 }) },
);

export const scalar = fc.oneof(text, fc.integer(), fc.boolean());

/** Parameters without nesting but with lists, as in a REST query. */
export const flatParameters = fc.dictionary(
	parameterName,
	fc.oneof(
		{ weight: 4, arbitrary: scalar },
		{ weight: 1, arbitrary: fc.array(text, { minLength: 1, maxLength: 4 }) },
	),
	{ maxKeys: 6, noNullPrototype: true },
);

/** JSON objects of any depth, with empty objects, lists and texts; `{}` included. */
const jsonObjectWith = (name: fc.Arbitrary<string>) =>
	fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			scalar,
			fc.constant(null),
			fc.array(tie('value'), { maxLength: 3 }),
			tie('object'),
		),
		object: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
	})).object;

export const jsonObject = jsonObjectWith(parameterName);

/** As `jsonObject`, with names that need no encoding. */
export const plainlyNamedObject = jsonObjectWith(plainName);

/** Keys as vendors issue them. */
export const key = fc.stringMatching(/^[A-Za-z0-9]{16,40}$/);

/** Times of this century, in whole seconds. */
export const time = fc
	.integer({ min: 978_307_200, max: 4_102_444_799 })
	.map((seconds) => new Date(seconds * 1000));

/** Path segments that need no encoding. */
export const plainSegment = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
