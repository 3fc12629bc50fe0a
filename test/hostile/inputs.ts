import type { INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../emulator';
import { factsOf } from '../../emulator/facts';
import type { Field } from '../../nodes/shared/field';
import type { VendorName } from '../engine/supportApi';
import { partsOf } from '../parity/wire';
import { openStage, scenariosOf, type Scenario, type Stage } from '../scenarios';

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

/** How many of them a field gets that is not part of an address, in turn. */
const FEW = 3;

interface Case {
	scenario: Scenario;
	field: Field;
	value: string;
}

const isText = ({ property: { type, typeOptions } }: Field) =>
	(type === 'string' || type === 'resourceLocator') && !typeOptions?.loadOptionsMethod;

/** Every field of an operation that takes a text which travels, each with hostile texts. */
const casesOf = (scenario: Scenario): Case[] =>
	(scenario.operation.fields ?? [])
		.filter((field) => isText(field) && field.place !== 'none')
		.flatMap((field, index) => {
			const from = scenario.name.length + index;
			const few = HOSTILE.map((_, n) => HOSTILE[(from + n) % HOSTILE.length]).slice(0, FEW);
			const texts = field.place === 'path' ? HOSTILE : few;
			return texts.map((value) => ({ scenario, field, value }));
		});

const put = ({ scenario, field: { property }, value }: Case): INodeParameters => {
	const given = scenario.parameters[property.name];
	const isLocator = typeof given === 'object' && given !== null && '__rl' in given;
	return { [property.name]: isLocator ? { ...given, value } : value } as INodeParameters;
};

/**
 * Where a value differs from the one that is usually sent otherwise than by holding the hostile text.
 * A list given as one text is split at its commas.
 */
function strays(usual: unknown, sent: unknown, hostile: string, place: string): string[] {
	if (JSON.stringify(usual) === JSON.stringify(sent)) return [];
	if (Array.isArray(sent) && Array.isArray(usual)) {
		const joined = sent.map(String).join(',');
		const meant = hostile.split(',').map((part) => part.trim());
		if (joined === meant.filter(Boolean).join(',')) return [];
	}
	if (typeof sent === 'string') {
		const isMeant = sent.includes(hostile) || sent.includes(JSON.stringify(hostile).slice(1, -1));
		return isMeant ? [] : [`${place} is ${sent}`];
	}
	if (typeof sent !== 'object' || typeof usual !== 'object' || !sent || !usual) {
		return [`${place} is ${JSON.stringify(sent)}`];
	}
	const names = new Set([...Object.keys(usual), ...Object.keys(sent)]);
	return [...names].flatMap((name) => {
		const [from, to] = [usual, sent].map((one) =>
			Object.hasOwn(one, name) ? (one as Record<string, unknown>)[name] : undefined,
		);
		return strays(from, to, hostile, `${place}.${name}`);
	});
}

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

/** How many clouds are used at a time. */
const STAGES = 4;

/** Of a vendor's node: hostile texts in every field that takes a text. */
export function checkInputs(vendor: VendorName): void {
	const scenarios = scenariosOf(vendor);
	const stages: Stage[] = [];
	beforeAll(async () => {
		for (let n = 0; n < STAGES; n++) stages.push(await openStage(vendor));
	});
	afterAll(async () => {
		for (const stage of stages) await stage.cloud.close();
	});

	/** What is wrong with what came out of a case; `sent` counts the requests that were held up. */
	async function violations(stage: Stage, one: Case, usual: Usual, count: Count) {
		const { scenario, value } = one;
		stage.set(scenario);
		const { told } = await stage.run(scenario, put(one));
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
			found.push(...strays(partsOf(vendor, facts, usual.request), parts, value, 'request'));
		}
		if (em.requests.length === 0) {
			count.refused++;
			if (!/^'.+' .+ \| .+/.test(told)) found.push(`was refused with: ${told}`);
		}
		return found.map((what) => `${scenario.name} ${one.field.property.name} ${value}: ${what}`);
	}

	interface Count {
		sent: number;
		refused: number;
	}

	test('a hostile text is refused clearly or sent as a text', async () => {
		const tasks = [...scenarios];
		const found: string[] = [];
		const count: Count = { sent: 0, refused: 0 };
		const work = async (stage: Stage) => {
			for (let next = tasks.shift(); next; next = tasks.shift()) {
				const usual = await usualOf(stage, next);
				for (const one of casesOf(next)) {
					found.push(...(await violations(stage, one, usual, count)));
				}
			}
		};
		await Promise.all(stages.map(work));
		expect(found).toEqual([]);
		expect(count.sent).toBeGreaterThan(scenarios.length);
		expect(count.refused).toBeGreaterThan(0);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	}, 120_000);
}
