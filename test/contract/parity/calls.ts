import type { INodeParameters } from 'n8n-workflow';

import { percentEncode } from '../../../emulator/core/encoding';
import { factsOf } from '../../../emulator/core/facts';
import type { VendorName } from '../../support/stage';
import { openStage, scenariosOf, type Scenario, type Stage } from '../../support/scenarios';
import {
	DIFFERENCES,
	LEFT_IN_QUERIES,
	NEVER_SENT,
	WITHOUT_COUNTERPART,
	type Difference,
} from './differences';
import { SDK_ONLY } from './sdkOnly';
import { FURTHER } from './variants';
import { FACTS } from '../../support/facts/vendors';
import { bare } from '../../support/sdks/declarations';
import { givenFor, type Given } from './given';
import type { OpenSdk, Sdk } from '../../support/sdks/sdk';
import { anyNumber, namedOf, parametersOf, prefixesOf, Sent } from './sent';
import { differencesOf, partsOf, wireOf } from '../../support/wire';

/** What a vendor answers that did everything, in the least words. */
const ANSWERS: Record<VendorName, object> = {
	huawei: {},
	alibaba: { RequestId: 'r', Code: 200, Success: true },
	tencent: { Response: { RequestId: 'r' } },
};

const applies = (
	{ operations, place, onlyEncoded }: Difference,
	operation: string,
	at: string,
	text?: string,
) => operations.includes(operation) && place === anyNumber(at) && (!onlyEncoded || text);

/** Whether a text that was given is in a request as it was. */
function holds(wire: Map<string, string>, text: string): boolean {
	const asJson = JSON.stringify(text).slice(1, -1);
	return (
		String(wire.get('path')).includes(percentEncode(text)) ||
		[...wire.values()].some((value) => value.includes(asJson) || unquoted(value).includes(asJson))
	);
}

/** A text with JSON within it, in which all is quoted twice. */
const unquoted = (value: string) => value.replace(/\\(["\\])/g, '$1');

/** A success that the SDK can read: of one operation, `Success` is a number. */
function answerOf(vendor: VendorName, api: string): object {
	if (api !== 'ChangeResourceGroup') return ANSWERS[vendor];
	return { ...ANSWERS[vendor], Success: 0 };
}

/**
 * Has the node and the official SDK make the same calls and compares what they send: every operation of the node, with
 * every parameter that it has. The first call of an operation has to succeed on the emulated cloud with both.
 */
export function describeCalls(vendor: VendorName, open: OpenSdk): void {
	const scenarios = scenariosOf(vendor);
	const differences = DIFFERENCES[vendor];
	const seen = new Set<Difference>();
	const sent = new Map(
		[
			...scenarios.map(({ api }) => api),
			...(vendor === 'alibaba' ? ['DowngradePrePayOrder'] : []),
		].map((api) => [api, new Sent()]),
	);
	const succeeded = new Set<string>();
	let stage: Stage;
	let sdk: Sdk;

	beforeAll(async () => {
		stage = await openStage(vendor);
		sdk = open(stage.cloud.em);
	});
	afterAll(async () => await stage.close());

	const isRefused = (api: string) =>
		differences.some(({ operations, refused }) => refused && operations.includes(api));

	const begin = (scenario: Scenario) => {
		stage.set(scenario);
		FURTHER[vendor]?.(stage.cloud.em);
	};

	/** What the SDK sends for the parameters of one request of the node, or why it sends nothing. */
	async function sdkSends(scenario: Scenario, ours: Stage['cloud']['em']['requests'][number]) {
		const { em } = stage.cloud;
		const api = String(ours.operation);
		const facts = factsOf(vendor, api);
		const recordOnly = isRefused(api) || succeeded.has(api);
		begin(scenario);
		if (recordOnly) {
			const effect = { kind: 'answer', status: 200, body: answerOf(vendor, api) } as const;
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
		if (theirs && !recordOnly) succeeded.add(api);
		return { theirs, problem: String((problem as Error | undefined)?.message) };
	}

	/** Runs the node; n8n does not begin where it finds something missing. */
	async function toldBy(scenario: Scenario, parameters: INodeParameters): Promise<string> {
		try {
			return (await stage.run(scenario, parameters)).told;
		} catch (error) {
			return (error as Error).message;
		}
	}

	/**
	 * What the node and the SDK send differently without a known reason.
	 *
	 * @returns Without `found` when the node sends nothing; then it has told why
	 */
	async function compare(
		scenario: Scenario,
		{ parameters, change }: Given,
	): Promise<{ told: string; found?: string[] }> {
		const { em } = stage.cloud;
		begin(scenario);
		const told = await toldBy(scenario, parameters);
		const ours = [scenario.api, ...insteadOf(scenario)]
			.map((one) => stage.cloud.sent(one).at(-1))
			.find((request) => request !== undefined);
		if (!ours) return { told };
		const api = String(ours.operation);
		if (/signature/i.test(told)) return { told, found: [told] };
		// An operation of several requests may have it in another one.
		const text = change?.text;
		if (text !== undefined && !em.requests.some((one) => holds(wireOf(one), text))) {
			return { told, found: [`${api}: ${text} was sent as something else`] };
		}
		const wire = wireOf(ours);
		sent.get(api)?.add(wire);
		const { theirs, problem } = await sdkSends(scenario, ours);
		const found: Array<[place: string, ours?: string, theirs?: string]> = theirs
			? differencesOf(wire, wireOf(theirs, LEFT_IN_QUERIES[vendor]))
			: [['nothing', 'a request', problem]];
		const unknown = found.flatMap(([place, here, there]) => {
			const known = differences.find((one) => applies(one, api, place, text));
			if (known) seen.add(known);
			return known ? [] : [`${api} ${place}: ${here} by the node, ${there} by the SDK`];
		});
		return { told, found: unknown };
	}

	/** What an operation calls instead of its own API, for other instances. */
	const insteadOf = ({ name }: Scenario): string[] =>
		name === 'instanceMaintenance/downgrade' ? ['DowngradePrePayOrder'] : [];
	const has = (api: string) => !Object.hasOwn(WITHOUT_COUNTERPART[vendor], api);
	// A check sends nothing of its form, and reads only what other operations and lists read.
	const withCounterpart = scenarios.filter(
		({ api, operation }) => has(api) && !operation.tellsNames,
	);

	test.each(withCounterpart.map((scenario) => [scenario.name, scenario] as const))(
		'%s',
		async (_, scenario) => {
			const unexplained: string[] = [];
			const compared = new Set<string>();
			const left = new Map<string, string>();
			for (const given of givenFor(scenario)) {
				const { at = '', labels } = given.change ?? {};
				if (compared.has(at)) continue;
				const { told, found } = await compare(scenario, given);
				unexplained.push(...(found ?? []).map((problem) => `${at} ${problem}`));
				if (!found && !given.perhaps) unexplained.push(`nothing was sent: ${told}`);
				if (found && at !== '') compared.add(at);
				const isNamed = labels?.some((label) => told.includes(label)) ?? true;
				if (!found && !isNamed) left.set(at, told);
			}
			// A value that the node sends or refuses by name in one call may go without that in others.
			for (const at of compared) left.delete(at);
			expect(Object.fromEntries(left)).toEqual({});
			expect(unexplained).toEqual([]);
		},
	);

	test('the SDK has the operations that it is said to have, and no others', () => {
		for (const { api } of scenarios) expect([api, sdk.has(api)]).toEqual([api, has(api)]);
	});

	test('what only the SDK has is listed', () => {
		const apis = new Set(scenarios.map(({ api }) => api));
		// What an operation calls besides its own is held against the facts, not compared here.
		const further = Object.values(FACTS[vendor].deliberate.further)
			.flat()
			.map(({ api }) => api);
		const offered = new Set([...apis, ...further]);
		const only = sdk.operations().filter((operation) => !offered.has(operation));
		expect(only.sort()).toEqual([...SDK_ONLY[vendor].operations].sort());
		const parameters = [...apis].filter(has).flatMap((api) => {
			const known = new Set(parametersOf(factsOf(vendor, api)).map(bare));
			const unknown = sdk.parameters(api).flatMap((name) => {
				const first = prefixesOf(name).find((prefix) => !known.has(bare(prefix)));
				return first === undefined ? [] : [first];
			});
			return unknown.length > 0 ? [[api, [...new Set(unknown)].sort()] as const] : [];
		});
		expect(Object.fromEntries(parameters)).toEqual(SDK_ONLY[vendor].parameters);
	});

	test('the SDK succeeded with each of them on the emulated cloud', () => {
		const left = withCounterpart.filter(({ api }) => !succeeded.has(api) && !isRefused(api));
		expect(left.map(({ api }) => api)).toEqual([]);
	});

	test('every parameter was compared', () => {
		const missing = [...sent].flatMap(([api, values]) =>
			namedOf(factsOf(vendor, api))
				.filter(([name]) => has(api) && !values.has(name))
				.map(([name]) => `${api}${name}`),
		);
		expect(missing.sort()).toEqual(Object.keys(NEVER_SENT[vendor]).sort());
	});

	test('every list was compared with several entries, every switch in both positions', () => {
		const missing = [...sent].flatMap(([api, values]) =>
			namedOf(factsOf(vendor, api))
				.filter(([name]) => has(api) && values.has(name))
				.flatMap((named) => values.lacks(named).map((kind) => `${api}${named[0]}: ${kind}`)),
		);
		expect(missing.sort()).toEqual([]);
	});

	test('every listed difference is still there', () => {
		expect(differences.filter((one) => !seen.has(one))).toEqual([]);
	});
}
