import type { INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { factsOf, type JsonSchema, type OperationFacts } from '../../emulator/facts';
import type { VendorName } from '../engine/supportApi';
import { projectRoot } from '../harness';
import { openStage, scenariosOf, type Scenario, type Stage } from '../scenarios';
import { sampleOf } from '../scenarios/parameters';
import { DIFFERENCES, NEVER_SENT, WITHOUT_COUNTERPART, type Difference } from './differences';
import type { OpenSdk, Sdk } from './sdks/sdk';
import { VARIANTS } from './variants';
import { differencesOf, partsOf, wireOf } from './wire';

/** What a vendor answers that did everything, in the least words. */
const ANSWERS: Record<VendorName, object> = {
	huawei: {},
	alibaba: { RequestId: 'r', Code: 200, Success: true },
	tencent: { Response: { RequestId: 'r' } },
};

/** The vendors' rates would make operations that are called many times wait. */
function unlimited(folder: string, vendor: VendorName): void {
	const module = jest.requireActual<Record<string, object>>(
		join(projectRoot, 'dist/nodes', folder, `${vendor}.js`),
	);
	Object.assign(module[vendor], { pace: () => ({ perSecond: Infinity, atOnce: 8 }) });
}

/** Parameters for every call of a scenario: as it is, with each option, and the sets of `variants.ts`. */
function callsOf(vendor: VendorName, { name, operation, parameters }: Scenario) {
	const facts = factsOf(vendor, operation.api);
	const options = (parameters.options ?? {}) as INodeParameters;
	const withOption = (operation.options ?? []).map(
		(option): INodeParameters => ({
			options: { ...options, [option.property.name]: sampleOf(option, facts) as string },
		}),
	);
	return { always: [{}, ...(VARIANTS[vendor][name] ?? [])], perhaps: withOption };
}

const applies = ({ operations, place }: Difference, operation: string, at: string) =>
	operations.includes(operation) && place === anyNumber(at);

/** Any place of a list by one name: `body.tags.#.key`. */
const anyNumber = (place: string) => place.replace(/\.\d+(?=\.|$)/g, '.#');

/** Every value that a schema has a place for: `tags.#.key`. */
function placesOf(schema: JsonSchema, place: string): string[] {
	const { properties, items, contentSchema } = schema;
	if (contentSchema) return placesOf(contentSchema, place);
	if (items) return placesOf(items, `${place}.#`);
	if (!properties) return [place];
	return Object.entries(properties).flatMap(([name, one]) => placesOf(one, `${place}.${name}`));
}

function placesIn({ request: { parameters } }: OperationFacts): string[] {
	const { query, body } = parameters;
	return [query, body].flatMap((schema) => (schema ? placesOf(schema, '') : []));
}

/**
 * Has the node and the official SDK make the same calls and compares what they send: every operation of the node, with
 * every parameter that it has. The first call of an operation has to succeed on the emulated cloud with both.
 */
export function describeCalls(vendor: VendorName, folder: string, open: OpenSdk): void {
	const scenarios = scenariosOf(vendor);
	const differences = DIFFERENCES[vendor];
	const seen = new Set<Difference>();
	const sent = new Map(scenarios.map(({ api }) => [api, new Set<string>()]));
	const succeeded = new Set<string>();
	let stage: Stage;
	let sdk: Sdk;

	beforeAll(async () => {
		stage = await openStage(vendor);
		sdk = open(stage.cloud.em);
		unlimited(folder, vendor);
	});
	afterAll(async () => await stage.close());

	const isRefused = (api: string) =>
		differences.some(({ operations, refused }) => refused && operations.includes(api));

	/** What the SDK sends for the parameters of one request of the node, or why it sends nothing. */
	async function sdkSends(scenario: Scenario, ours: Stage['cloud']['em']['requests'][number]) {
		const { em } = stage.cloud;
		const facts = factsOf(vendor, scenario.api);
		const recordOnly = isRefused(scenario.api) || succeeded.has(scenario.api);
		stage.set(scenario);
		if (recordOnly) {
			const effect = { kind: 'answer', status: 200, body: ANSWERS[vendor] } as const;
			em.faults.add({ times: 'always', effect });
		}
		let problem: unknown;
		try {
			await sdk.call(facts, partsOf(vendor, facts, ours));
		} catch (error) {
			problem = error;
		}
		const [theirs] = em.requests;
		if (theirs && problem) throw problem as Error;
		if (theirs && !recordOnly) succeeded.add(scenario.api);
		return { theirs, problem: String((problem as Error | undefined)?.message) };
	}

	/** @param perhaps Whether the node may refuse the parameters, as an option that goes with others only */
	async function compare(scenario: Scenario, parameters: INodeParameters, perhaps: boolean) {
		const { api, name } = scenario;
		stage.set(scenario);
		const { told } = await stage.run(scenario, parameters);
		const ours = stage.cloud.sent(api).at(-1);
		if (!ours) return perhaps ? [] : [`${name}: nothing was sent: ${told}`];
		for (const place of wireOf(ours).keys()) {
			sent.get(api)?.add(anyNumber(place.replace(/^(query|form|body)(?=\.)/, '')));
		}
		const { theirs, problem } = await sdkSends(scenario, ours);
		const found: Array<[place: string, ours?: string, theirs?: string]> = theirs
			? differencesOf(wireOf(ours), wireOf(theirs))
			: [['nothing', 'a request', problem]];
		return found.flatMap(([place, here, there]) => {
			const known = differences.find((one) => applies(one, api, place));
			if (known) seen.add(known);
			return known ? [] : [`${api} ${place}: ${here} by the node, ${there} by the SDK`];
		});
	}

	const has = (api: string) => !Object.hasOwn(WITHOUT_COUNTERPART[vendor], api);
	const withCounterpart = scenarios.filter(({ api }) => has(api));

	test.each(withCounterpart.map((scenario) => [scenario.name, scenario] as const))(
		'%s',
		async (_, scenario) => {
			const { always, perhaps } = callsOf(vendor, scenario);
			const unexplained: string[] = [];
			for (const parameters of always) {
				unexplained.push(...(await compare(scenario, parameters, false)));
			}
			for (const parameters of perhaps) {
				unexplained.push(...(await compare(scenario, parameters, true)));
			}
			expect(unexplained).toEqual([]);
		},
	);

	test('the SDK has the operations that it is said to have, and no others', () => {
		for (const { api } of scenarios) expect([api, sdk.has(api)]).toEqual([api, has(api)]);
	});

	test('the SDK succeeded with each of them on the emulated cloud', () => {
		const left = withCounterpart.filter(({ api }) => !succeeded.has(api) && !isRefused(api));
		expect(left.map(({ api }) => api)).toEqual([]);
	});

	test('every parameter was compared', () => {
		const missing = [...sent].flatMap(([api, names]) =>
			placesIn(factsOf(vendor, api))
				.filter(
					(place) => has(api) && ![...names].some((name) => `${name}.`.startsWith(`${place}.`)),
				)
				.map((place) => `${api}${place}`),
		);
		expect(missing.sort()).toEqual(Object.keys(NEVER_SENT[vendor]).sort());
	});

	test('every listed difference is still there', () => {
		expect(differences.filter((one) => !seen.has(one))).toEqual([]);
	});
}
