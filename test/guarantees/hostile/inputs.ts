import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import type { RecordedRequest } from '../../../emulator';
import { factsOf } from '../../../emulator/core/facts';
import type { Field } from '../../../nodes/shared/contract/field';
import type { Operation } from '../../../nodes/shared/contract/operation';
import { breadth, turnOf } from '../../support/breadth';
import type { VendorName } from '../../support/stage';
import { partsOf } from '../../support/wire';
import {
	openStage,
	sampled,
	scenariosOf,
	type Scenario,
	type Stage,
} from '../../support/scenarios';
import { rowOf, slotsOf } from './forms';

/** Texts that would become another request where they are not encoded, or not encoded once. */
const HOSTILE = [
	'..',
	'../../../admin',
	'a%2F..%2Fb',
	'a/b?limit=1#c',
	'a&Action=DeleteInstance&InstanceId=b',
	'a\r\nX-Evil: 1',
	'{project_id}',
	'__proto__',
	'constructor',
	'"}],"x":[{"\\',
	'日本 \u{1f600}+;=,\u0000',
];

/** More than any field takes that has a limit; no error repeats all of it. */
const LONG = 'x'.repeat(9_000);
const LONGEST_ERROR = 600;

/** How many of them a field in an address gets, where a text breaks out if anywhere. */
const MANY = 4;

/** How many any other field gets, in turn, by what it takes. */
const FEW = { text: breadth(1, 3), optional: breadth(1, 2), other: breadth(0, 1) };

/** A hostile text at a place of a form. */
interface Case {
	scenario: Scenario;
	/** Where it is: `options.tags.key`. */
	place: string;
	value: string;
	/** Parameters that have it, and what has to be given with it. */
	parameters: INodeParameters;
}

const TEXTS: ReadonlySet<string> = new Set(['string', 'resourceLocator']);

const pathsOf = ({ fields = [] }: Operation) => fields.filter(({ sentIn }) => sentIn === 'path');

/** Every place of an operation's form whose value travels, each with hostile texts. */
function casesOf(scenario: Scenario): Case[] {
	const { operation, parameters } = scenario;
	const travelling = (fields: Field[] = []) => fields.filter(({ sentIn }) => sentIn !== 'none');
	const inPath = new Set(pathsOf(operation).map(({ property }) => property));
	const propertiesOf = (fields?: Field[]) => travelling(fields).map(({ property }) => property);
	const options = (parameters.options ?? {}) as INodeParameters;
	const fields = propertiesOf(operation.fields);
	// What is shown only with the field that is looked at must have a value too.
	const others = rowOf(fields.filter(({ name }) => !parameters[name]));
	const slots = [
		...slotsOf(fields, { ...others, ...parameters }),
		...slotsOf(propertiesOf(operation.options), options, 'options.').map((slot) => ({
			...slot,
			put: (value: NodeParameterValueType) => ({ options: slot.put(value) }),
		})),
	];
	return slots.flatMap(({ place, property, put }, index) => {
		const from = scenario.name.length + index;
		const isOptional = place.includes('.');
		const few = !TEXTS.has(property.type) ? FEW.other : isOptional ? FEW.optional : FEW.text;
		const turned = HOSTILE.map((_, n) => HOSTILE[(from + n) % HOSTILE.length]).slice(0, few);
		const many = turnOf(HOSTILE, from, MANY);
		const texts = inPath.has(property) ? many : [...turned, LONG];
		return texts.map((value) => ({ scenario, place, value, parameters: put(value) }));
	});
}

/** The single values in parameters, as texts. */
const leavesOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).flatMap(leavesOf)
		: [String(value)];

/** What JSON within a text holds; an address may hold braces too. */
function contentOf(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/**
 * Where a value differs from the one that is usually sent otherwise than by holding the hostile text,
 * or what was given with it. A list given as one text is split at its commas.
 */
function strays(
	from: unknown,
	to: unknown,
	{ value: hostile, parameters }: Case,
	at: string,
): string[] {
	const meant = new Set(leavesOf(parameters).flatMap((leaf) => [leaf, ...leaf.split(/\s*,\s*/)]));
	const compare = (before: unknown, after: unknown, place: string): string[] => {
		const [usual, sent] = [before, after].map(contentOf);
		if (JSON.stringify(usual) === JSON.stringify(sent)) return [];
		if (typeof sent !== 'object' || !sent) {
			const isMeant =
				sent === undefined || String(sent).includes(hostile) || meant.has(String(sent));
			return isMeant ? [] : [`${place} is ${JSON.stringify(sent)}`];
		}
		const member = (one: unknown, name: string) =>
			typeof one === 'object' && one && Object.hasOwn(one, name)
				? (one as Record<string, unknown>)[name]
				: undefined;
		return Object.keys(sent).flatMap((name) =>
			compare(member(usual, name), member(sent, name), `${place}.${name}`),
		);
	};
	return compare(from, to, at);
}

/** What an operation fills in itself, each time anew: the hour, or one resource and user after another. */
const FILLED_IN: Record<string, RegExp> = {
	'instanceMaintenance/getClients': /^request\.query\.(Start|End)Time is \d+$/,
	'acl/getAll': /^request\.query\.(Username is "reader"|AclResourceType is "\w+")$/,
};
const isFilledIn = ({ name }: Scenario, stray: string) => FILLED_IN[name]?.test(stray) === true;

const segments = ({ path }: RecordedRequest) => path.split('/').length;

/** What an operation usually sends. */
interface Usual {
	apis: Set<unknown>;
	request: RecordedRequest;
}

async function usualOf(stage: Stage, scenario: Scenario): Promise<Usual> {
	stage.set(scenario);
	await stage.run(scenario);
	return {
		apis: new Set(stage.cloud.em.requests.map(({ operation }) => operation)),
		request: stage.cloud.sent(scenario.api)[0],
	};
}

interface Count {
	sent: number;
	refused: number;
}

/** Of a vendor's node: hostile texts in every field that takes a text. */
export function checkInputs(vendor: VendorName): void {
	// Addresses are where a text breaks out: every operation that has one beyond its instance is tried.
	const scenarios = sampled(scenariosOf(vendor), ({ operation }) => pathsOf(operation).length > 1);
	const count: Count = { sent: 0, refused: 0 };
	let stage: Stage;
	beforeAll(async () => {
		stage = await openStage(vendor);
	});

	/** What is wrong with what came out of a case; `sent` counts the requests that were held up. */
	async function violations(one: Case, usual: Usual) {
		const { scenario, value, place } = one;
		stage.set(scenario);
		const { told } = await stage.run(scenario, one.parameters);
		const { em } = stage.cloud;
		const others = em.requests.filter(({ operation }) => !usual.apis.has(operation));
		const found = others
			.filter(({ operation }) => operation === null || stage.writes().includes(operation))
			.map(({ method, url }) => `sent ${method} ${url.slice(0, 200)}`);
		if (em.requests.some(({ headers }) => 'x-evil' in headers)) found.push('made a header');
		const facts = factsOf(vendor, scenario.api);
		for (const request of stage.cloud.sent(scenario.api)) {
			count.sent++;
			if (segments(request) !== segments(usual.request)) found.push(`sent to ${request.path}`);
			const parts = partsOf(vendor, facts, request);
			const stray = strays(partsOf(vendor, facts, usual.request), parts, one, 'request');
			found.push(...stray.filter((what) => !isFilledIn(scenario, what)));
		}
		if (em.requests.length === 0) {
			count.refused++;
			if (!/^'.+' .+ \| .+/.test(told) || told.length > LONGEST_ERROR) {
				found.push(`was refused with: ${told.slice(0, LONGEST_ERROR)}`);
			}
		}
		return found.map((what) => `${scenario.name} ${place} ${value.slice(0, 100)}: ${what}`);
	}

	test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
		'%s refuses a hostile text clearly, or sends it as a text',
		async (_name, scenario) => {
			const usual = await usualOf(stage, scenario);
			const found: string[] = [];
			for (const one of casesOf(scenario)) found.push(...(await violations(one, usual)));
			expect(found).toEqual([]);
		},
	);

	test('both were seen, and nothing of it stayed in what all objects have', () => {
		expect(count.sent).toBeGreaterThan(scenarios.length);
		expect(count.refused).toBeGreaterThan(0);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
}
