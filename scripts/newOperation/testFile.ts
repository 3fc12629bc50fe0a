import type { INodeProperties } from 'n8n-workflow';

import type { Wanted } from './arguments';
import { filled, literal, raw } from './code/code';
import { importLines } from './code/imports';
import type { Expectation } from './expectation';
import { operationName, resourceNames } from './naming';
import { FLOW_ID, INSTANCE_ID, JOB_ID, withExpressions } from './vendors/content';
import type { Draft, Row, VendorProfile } from './vendors/vendor';

/** The test of an operation, which runs it through n8n's engine. */

/** Where tests of operations are, and what they drive a cloud with. */
const FOLDER = 'test/node';
export const SUPPORT = 'test/support/stage';

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where the test of an operation is. */
export const testPath = ({ vendor, resource, operation }: Wanted): string =>
	`${FOLDER}/${vendor}/${resource}${upperFirst(operation)}.test.ts`;

/** Values with what is only known when the test runs. */
const valueText = (value: unknown): string =>
	withExpressions(literal(value, false), {
		[JSON.stringify(INSTANCE_ID)]: 'id',
		[JSON.stringify(JOB_ID)]: 'expect.any(String)',
		[String(FLOW_ID)]: 'expect.any(Number)',
	});

const lineText = (line: string): string =>
	line.includes(INSTANCE_ID) ? `\`${line.replaceAll(INSTANCE_ID, '${id}')}\`` : literal(line);

/** The value of a locator, in the mode beside its list. */
function locator({ modes }: INodeProperties, value: unknown) {
	const mode = modes?.some(({ name }) => name === 'id') ? 'byId' : 'byName';
	return raw(`${mode}(${literal(value)})`);
}

type Given = Expectation['fields'];

const objectOf = (given: Given): Row =>
	Object.fromEntries(
		given.map(({ field: { property }, value }) => [
			property.name,
			property.type === 'resourceLocator' ? locator(property, value) : value,
		]),
	);

/** Most values that an item is compared in; of a larger one some are enough. */
const MOST_VALUES = 16;
const SOME = 5;

const count = (value: unknown): number =>
	typeof value === 'object' && value !== null
		? Object.values(value).reduce<number>((sum, one) => sum + count(one), 0)
		: 1;

const isPlain = ([, value]: [string, unknown]) => typeof value !== 'object' && value !== undefined;

function itemsText(items: Row[]): string {
	if (items.reduce((sum, item) => sum + count(item), 0) <= MOST_VALUES) {
		return `expect(items).toEqual(${valueText(items)});`;
	}
	const some = items.map((item) =>
		Object.fromEntries(Object.entries(item).filter(isPlain).slice(0, SOME)),
	);
	return `expect(items).toMatchObject(${valueText(some)});`;
}

function refusedText({ property, value, isOption }: Expectation['refused']): string {
	const isLocator = property.type === 'resourceLocator';
	const given = { [property.name]: isLocator ? locator(property, value) : value };
	return literal(isOption ? { options: given } : given).slice(1, -1);
}

/** Writes the file. */
export function testFile(
	profile: VendorProfile,
	draft: Draft,
	wanted: Wanted,
	expectation: Expectation,
): string {
	const { fields, options, sent, items, refused } = expectation;
	const { vendor, resource, operation } = wanted;
	const parameters = {
		...objectOf(fields),
		...(filled(objectOf(options)) && { options: objectOf(options) }),
	};
	const given = valueText(parameters);
	const line = lineText(profile.requestLine(draft, sent));
	const body = profile.requestBody(draft, sent);
	const usesId = given.includes('(id)') || line.includes('${id}');
	const text = `${given} ${refusedText(refused)}`;
	const from = SUPPORT;
	const imports = [
		...['byId', 'byName']
			.filter((name) => text.includes(`${name}(`))
			.map((name) => ({ name, from })),
		{ name: 'openVendor', from },
		{ name: 'type Cloud', from },
		{ name: 'INodeParameters', from: 'n8n-workflow', isType: true },
	];
	const title = `${resourceNames(resource).title}: ${wanted.name ?? operationName(operation)}`;
	return [
		`/** ${title}, through n8n's engine against the emulated cloud. */`,
		importLines(testPath(wanted), imports),
		'',
		`const OPERATION = ${literal(`${resource}/${operation}`)};`,
		'',
		'let cloud: Cloud;',
		...(usesId ? ['let id: string;'] : []),
		'beforeAll(async () => {',
		`cloud = await openVendor(${literal(vendor)});`,
		...(usesId ? [`({ id } = cloud.em.${vendor}.state.seed({ name: 'orders' }));`] : []),
		'});',
		'beforeEach(() => cloud.forget());',
		'',
		`const parameters = (): INodeParameters => (${given});`,
		'',
		"test('sends the request of the reference, and gives what it answers', async () => {",
		'const items = await cloud.items(OPERATION, parameters());',
		`expect(cloud.lines()).toEqual([${line}]);`,
		body === undefined
			? 'expect(cloud.body()).toBeUndefined();'
			: `expect(cloud.body()).toEqual(${valueText(body)});`,
		itemsText(items),
		'});',
		'',
		"test('sends nothing if a parameter is invalid', async () => {",
		`const { told } = await cloud.run(OPERATION, { ...parameters(), ${refusedText(refused)} });`,
		`expect(told).toContain(${literal(refused.error)});`,
		'expect(cloud.lines()).toEqual([]);',
		'});',
		'',
	].join('\n');
}
