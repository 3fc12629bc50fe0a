/** Names that JavaScript knows, 10,000 rows, deep JSON and a megabyte in the forms of every node. */
import type { INodeParameters, INodePropertyCollection } from 'n8n-workflow';

import { isShown, type Field } from '../../../nodes/shared/contract/field';
import type { VendorName } from '../../support/stage';
import { openStage, scenariosOf, type Scenario, type Stage } from '../../support/scenarios';
import { everyNth } from '../../support/breadth';
import { rowOf, showing } from './forms';

/** Longest error, characters. */
const LONGEST_ERROR = 1000;

/** A list of rows in an operation's form. */
interface List {
	scenario: Scenario;
	name: string;
	row: INodeParameters;
	/** A column that n8n itself does not check, if there is one. */
	plain?: string;
	/** n8n itself takes nothing else than an object with entries. */
	put(row: unknown, times?: number): INodeParameters;
}

const isList = ({ sentIn, property }: Field) =>
	sentIn !== 'none' && property.type === 'fixedCollection';

/** Every list of rows of an operation, among its fields and its options. */
function listsOf(scenario: Scenario): List[] {
	const { operation, parameters } = scenario;
	const options = (parameters.options ?? {}) as INodeParameters;
	const listIn = (given: INodeParameters, put: (more: object) => object) => (field: Field) => {
		const { name, options: forms } = field.property;
		const entry = (given[name] as { entry?: INodeParameters | INodeParameters[] })?.entry;
		const [{ values }] = forms as INodePropertyCollection[];
		const row = entry === undefined ? rowOf(values) : [entry].flat()[0];
		const several = field.property.typeOptions?.multipleValues;
		return {
			scenario,
			name,
			row,
			plain: values.find(({ type }) => type !== 'resourceLocator')?.name,
			put: (one: unknown, times = 1) => {
				const entries = several ? Array.from({ length: times }, () => one) : one;
				const rows = { [name]: { entry: entries } };
				return put({ ...showing(field.property), ...rows }) as INodeParameters;
			},
		};
	};
	return [
		...(operation.fields ?? []).filter(isList).map(listIn(parameters, (more) => more)),
		...(operation.options ?? [])
			.filter(isList)
			.map(listIn(options, (more) => ({ options: { ...options, ...more } }))),
	];
}

/** A row with members that become something else where they are copied without care. */
const poisoned = (row: INodeParameters): unknown =>
	JSON.parse(
		`${JSON.stringify(row).slice(0, -1)}${Object.keys(row).length > 0 ? ',' : ''}"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}},"toString":"evil"}`,
	);

/** IDs that the emulated cloud gives to new instances differ from run to run. */
const withoutIds = (text: string) => text.replace(/alikafka_[\w-]+/g, '#');

function nested(depth: number): unknown {
	let value: unknown = 'x';
	for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
	return value;
}

describe.each<VendorName>(['huawei', 'alibaba', 'tencent'])('of %s', (vendor) => {
	let stage: Stage;
	beforeAll(async () => void (stage = await openStage(vendor)));
	afterAll(async () => await stage.cloud.close());
	const scenarios = scenariosOf(vendor);
	const all = scenarios.flatMap(listsOf);
	const lists = everyNth(all, 3);

	/** What went out of an operation, and what was said. */
	async function outcome(scenario: Scenario, more: INodeParameters) {
		stage.set(scenario);
		const { told } = await stage.run(scenario, more);
		const { requests } = stage.cloud.em;
		return { told, sent: requests, text: requests.map(({ url, body }) => url + body).join('\n') };
	}

	test('members that JavaScript knows are left out of rows', async () => {
		const wrong: string[] = [];
		let sent = 0;
		for (const { scenario, name, row, put } of lists) {
			const usual = await outcome(scenario, put(row));
			const end = await outcome(scenario, put(poisoned(row)));
			sent += end.sent.length;
			if (withoutIds(end.text) !== withoutIds(usual.text))
				wrong.push(`${scenario.name} ${name}: ${end.text}`);
			if (end.sent.length === 0 && !/^'.+' .+ \| .+/.test(end.told)) wrong.push(end.told);
		}
		expect(wrong).toEqual([]);
		expect(sent).toBeGreaterThan(0);
		expect(({} as { evil?: unknown }).evil).toBeUndefined();
	});

	test('10,000 tags are refused in a sentence, or sent in whole', async () => {
		const tags = everyNth(
			// A check before a create sends nothing of what tags there would be.
			all.filter(({ name, scenario }) => /tag/i.test(name) && !/check/i.test(scenario.name)),
			8,
		);
		const wrong: string[] = [];
		for (const { scenario, name, row, put } of tags) {
			const end = await outcome(scenario, put({ ...row, key: 'k', tagKey: 'k' }, 10_000));
			const writes = end.sent.filter(({ operation }) => operation === scenario.api);
			const refused = end.sent.length === 0 && /^'.+' .+ \| .+/.test(end.told);
			const whole = writes.length === 1 && end.text.length > 10_000;
			if (end.told.length > LONGEST_ERROR || !(refused || whole)) {
				wrong.push(`${scenario.name} ${name}: ${end.told.slice(0, LONGEST_ERROR)}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(tags.length).toBeGreaterThan(0);
	});

	test('deep JSON in a row is refused', async () => {
		const wrong: string[] = [];
		for (const { scenario, name, row, plain, put } of lists) {
			if (plain === undefined) continue;
			const end = await outcome(scenario, put({ ...row, [plain]: nested(200) }));
			if (end.sent.length > 0 || !/^'.+' .+ \| .+/.test(end.told)) {
				wrong.push(`${scenario.name} ${name}: ${end.told} ${end.text.slice(0, 300)}`);
			}
		}
		expect(wrong).toEqual([]);
	});

	test('a megabyte in what is created is refused in a sentence, or sent in whole', async () => {
		const wrong: string[] = [];
		const huge = 'x'.repeat(1_048_576);
		const creates = scenarios.filter(({ kind }) => kind === 'create');
		for (const scenario of everyNth(creates, 3)) {
			const texts = (scenario.operation.fields ?? []).filter(
				(field) =>
					field.sentIn !== 'none' &&
					field.property.type === 'string' &&
					isShown(field, (name) => scenario.parameters[name]),
			);
			for (const { property } of texts) {
				const { told, sent, text } = await outcome(scenario, { [property.name]: huge });
				const refused = sent.length === 0 && /^'.+' .+ \| .+/.test(told);
				// A server may turn away an address of that length.
				const whole = text.includes(huge) || / status 431 /.test(told);
				if (told.length > LONGEST_ERROR || !(refused || whole)) {
					wrong.push(`${scenario.name} ${property.name}: ${told.slice(0, 300)}`);
				}
			}
		}
		expect(wrong).toEqual([]);
	});
});
