import type { INodeExecutionData, INodeParameters, Logger } from 'n8n-workflow';

import type { ActiveFault, FaultEffect } from '../../../emulator';
import { openVendor, type Cloud, type StageOptions, type VendorName } from '../../support/stage';
import { chain, node, type NodeSettings, type Running } from '../../harness';
// After the harness, which gives n8n-core a home of its own.
import { LoadOptionsContext } from 'n8n-core';
import type { Random } from '../../support/random';
import { randomOf } from '../../support/random';
import { until } from '../../support/until';
import type { Held, ItemJson, Kind } from './kinds';
import { CLEAR, UNCLEAR } from './mishaps';

/** One random run of a create with faults, and what has to be true of it afterwards. */

/** The node of each vendor, and its credential. */
export const TYPES: Record<VendorName, { type: string; credential: string }> = {
	huawei: {
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
		credential: 'huaweiCloudApi',
	},
	alibaba: {
		type: 'n8n-nodes-managed-kafka.alibabaCloudKafka',
		credential: 'alibabaCloudApi',
	},
	tencent: {
		type: 'n8n-nodes-managed-kafka.tencentCloudKafka',
		credential: 'tencentCloudApi',
	},
};

/** A cloud whose time is that of the node. */
export async function openPlayground(
	vendor: VendorName,
	options: StageOptions = {},
): Promise<Cloud> {
	return await openVendor(vendor, { speed: 1, ...options });
}

/** Starts one operation of a node. */
export function start(
	{ n8n }: Cloud,
	vendor: VendorName,
	operation: string,
	parameters: INodeParameters,
	json: INodeExecutionData['json'][] = [{}],
	settings: NodeSettings = {},
	timeoutMs?: number,
): Running {
	const { type, credential } = TYPES[vendor];
	const [resource, name] = operation.split('/');
	const given = { resource, operation: name, ...parameters };
	return n8n.run(chain(node('K', type, given, { credentials: [credential], ...settings })), {
		inputItems: json.map((one) => ({ json: one })),
		timeoutMs,
	});
}

/** Collects what n8n's log gets. */
export function listen(): string[] {
	const log: string[] = [];
	const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest.spyOn(logger, level).mockImplementation((said: string) => void log.push(said));
	}
	return log;
}

/** What a user can read of a run: items, error messages and descriptions. */
export function readable(run: Awaited<Running>): string {
	const errors: unknown[] = [run.error];
	const items = (run.runData.K ?? []).flatMap(({ data, error }) => {
		errors.push(error);
		return data?.main?.flat() ?? [];
	});
	errors.push(...items.map((item) => item?.error));
	const told = errors.map((error) => {
		const { message, description } = (error ?? {}) as { message?: string; description?: string };
		return `${message ?? ''} ${description ?? ''}`;
	});
	return [...items.map((item) => JSON.stringify(item?.json)), ...told].join('\n');
}

/** How a run is set up. */
export interface Plan {
	kind: Kind;
	names: string[];
	/** Names that are there before. */
	existing: string[];
	/** How many one item asks for. */
	each: number;
	ifAbsent: boolean;
	wait: boolean;
	settings: NodeSettings;
	/** When it is stopped: so many milliseconds after so many requests have come in. */
	stop?: { requests: number; milliseconds: number };
	/** Minutes after which waiting ends; the shorter ones are over before anything is done. */
	maximumWait: number;
	faults: Array<{ operation: string; nth: number; times: number | 'always'; effect: FaultEffect }>;
}

/** How many items: mostly few, as each of them costs n8n its time. */
const COUNTS = [1, 1, 1, 1, 2, 2, 2, 3, 4, 5];

function faultsOf(random: Random, { vendor, api, reads }: Kind, count: number): Plan['faults'] {
	return Array.from({ length: random.of([0, 1, 1, 1, 2, 2, 3]) }, () => {
		const onCreate = random.chance(0.6);
		return {
			operation: onCreate ? api : random.of(reads),
			nth: 1 + random.below(onCreate ? count + 1 : 4),
			times: random.of<number | 'always'>([1, 1, 1, 2, 3, 6, 'always']),
			effect: random.chance(0.7) ? random.of(UNCLEAR) : random.of(CLEAR[vendor]),
		};
	});
}

/** Some while a request is under way, some between two requests. */
const stopOf = (random: Random): Plan['stop'] => {
	const chosen = random.below(40);
	return {
		requests: Math.floor(chosen / 4),
		milliseconds: [0, 0, 400, 20_000][chosen % 4],
	};
};

/** The run of a seed. */
function planOf(seed: number, kinds: Kind[]): Plan {
	const random = randomOf(seed);
	const kind = random.of(kinds);
	const count = random.of(COUNTS);
	const letters = 'abcde'.slice(0, count).split('');
	const names = letters.map((letter) => `seed${seed}x${letter}`);
	if (count > 1 && random.chance(0.15)) names[count - 1] = names[0];
	const ifAbsent = kind.ifAbsent && random.chance(0.5);
	return {
		kind,
		names,
		existing: random.chance(0.15) ? [names[0]] : [],
		each: kind.several && random.chance(0.3) ? 1 + random.below(3) : 1,
		ifAbsent,
		wait: kind.waits && random.chance(0.4),
		settings: {
			onError: random.of([
				'stopWorkflow',
				'stopWorkflow',
				'continueRegularOutput',
				'continueErrorOutput',
			]),
			...(random.chance(0.4) && {
				retryOnFail: true,
				maxTries: 2 + random.below(2),
				waitBetweenTries: 1,
			}),
		},
		stop: random.chance(0.08) ? stopOf(random) : undefined,
		faults: faultsOf(random, kind, count),
		maximumWait: random.of([0, 2, 60]),
	};
}

/**
 * An instance to work on.
 *
 * @param users Whom an access rule can be for; others have to be there as well
 */
export function homeOf({ em }: Cloud, vendor: VendorName, users: string[]): string {
	if (vendor === 'huawei') return em.huawei.state.seed({ name: 'home', sslEnable: true }).id;
	if (vendor === 'alibaba') {
		return em.alibaba.state.seed({
			name: 'home',
			deployType: 4,
			topicQuota: 500,
			config: { 'enable.acl': 'true' },
			users: [{ name: 'reader', password: 'Canary-pass-1', type: 'plain' }],
		}).id;
	}
	return em.tencent.state.seed({
		name: 'home',
		topics: [{ name: 'seeded' }, { name: 'other' }],
		users: users.map((name) => ({ name })),
	}).id;
}

const instancesOf = ({ em }: Cloud, vendor: VendorName): Array<{ gone: boolean }> =>
	em[vendor].state.instances;

function parametersOf(
	{ kind, each, ifAbsent, wait, maximumWait }: Plan,
	home: string,
): INodeParameters {
	return {
		...kind.parameters(home),
		...(each > 1 && kind.several?.(each)),
		...(ifAbsent && { createIfAbsent: true }),
		...(wait && { waitForCompletion: true, waitOptions: { pollInterval: 15, maximumWait } }),
	};
}

/** What a run came to. */
export interface Result {
	plan: Plan;
	/** What has to be true and is not; empty when all is well. */
	problems: string[];
	made: number;
	requests: number;
	hits: number;
	/** Made, but only known by the name it was asked for under, as no answer gave its ID. */
	byNameOnly: number;
	/** Made by an order that has no name, and of which no answer came; the text says so. */
	byOrderOnly: number;
}

/** Stops a run as its plan says, unless it ends before that. */
async function stopped({ em, clock }: Cloud, running: Running, { stop }: Plan): Promise<void> {
	if (!stop) return;
	let isOver = false;
	void running.ended.then(() => (isOver = true));
	await until(
		`${stop.requests} requests or the end of the run`,
		() => isOver || em.requests.length >= stop.requests,
	);
	if (stop.milliseconds > 0) await clock.sleep(stop.milliseconds);
	running.cancel();
}

/** Carries out the run of a seed, and holds the cloud against what came out of the node. */
export async function play(
	cloud: Cloud,
	seed: number,
	kinds: Kind[],
	log: string[],
): Promise<Result> {
	const plan = planOf(seed, kinds);
	const { kind, names, existing, settings, stop } = plan;
	const { em } = cloud;
	cloud.forget();
	log.length = 0;
	const home = homeOf(cloud, kind.vendor, kind.operation.startsWith('acl/') ? names : []);
	const parameters = parametersOf(plan, home);
	const json = (list: string[]): ItemJson[] => list.map((n) => ({ n }));
	if (existing.length > 0) {
		const once = { ...kind.parameters(home) };
		await start(cloud, kind.vendor, kind.operation, once, json(existing));
		em.clock.advance(60 * 60_000);
	}
	const before = new Set(kind.held(em, home).map(({ key }) => key));
	const active: ActiveFault[] = plan.faults.map((rule) =>
		em.faults.add({ vendor: kind.vendor, ...rule }),
	);
	cloud.em.requests.length = 0;
	const running = start(cloud, kind.vendor, kind.operation, parameters, json(names), settings);
	await stopped(cloud, running, plan);
	const run = await running;
	await running.ended;
	// A request that was under way when it was stopped still ends, and is written to the log.
	if (stop) await cloud.clock.sleep(1_000);
	const text = readable(run) + (stop ? log.join('\n') : '');
	const held = kind.held(em, home).filter(({ key }) => !before.has(key));
	const result = judge(plan, held, text, run);
	result.requests = em.requests.length;
	result.hits = active.reduce((sum, { hits }) => sum + hits, 0);
	for (const instance of instancesOf(cloud, kind.vendor)) instance.gone = true;
	return result;
}

/** Whether a text says that it is not known what became of a request, so that somebody looks. */
const OPEN =
	/not found by name afterwards|looking (it up|for it) was not possible either|no new instance that is waiting|have appeared|before it was known whether|already existed, and the response was lost|it is not known whether this request created it|It is not known whether (the request|these) took effect|Some of the ACLs may have been created/;

function judge(plan: Plan, held: Held[], text: string, run: Awaited<Running>): Result {
	const { kind, names, existing, each, ifAbsent, stop } = plan;
	const problems: string[] = [];
	let byNameOnly = 0;
	let byOrderOnly = 0;

	// Each requested resource at most once an item.
	const per = kind.operation === 'acl/createMany' ? 2 : 1;
	for (const name of new Set(names)) {
		const asked = names.filter((one) => one === name).length;
		const there = existing.includes(name);
		const most = (ifAbsent || kind.unique ? (there ? 0 : 1) : asked) * each * per;
		const have = held.filter((one) => one.name === name).length;
		if (have > most) problems.push(`${name} is there ${have} times beyond what was, not ${most}`);
	}
	if (held.length > names.length * each * per) {
		problems.push(`${held.length} were made for ${names.length} items`);
	}

	// Everything that is there is named.
	for (const { key, name, alsoKnownAs = [] } of held) {
		if ([key, ...alsoKnownAs].some((id) => text.includes(id))) continue;
		if (name !== undefined && text.includes(name)) {
			// By its name alone only where no answer gave the ID.
			if (kind.unique || OPEN.test(text)) byNameOnly += kind.unique ? 0 : 1;
			else problems.push(`the ID ${key} of ${name} is not named`);
		} else if (name === undefined && OPEN.test(text)) byOrderOnly++;
		else if (kind.operation === 'acl/createMany' && text.includes('seeded')) continue;
		else problems.push(`${name ?? ''} (${key}) is there, and nothing names it`);
	}

	// An item of its own for each.
	const items = (run.runData.K ?? []).flatMap(({ data }) => data?.main?.flat() ?? []);
	for (const { key, alsoKnownAs = [] } of kind.unique ? [] : held) {
		const saying = items.filter(
			(item) =>
				item?.json.created !== false &&
				[key, ...alsoKnownAs].some((id) => JSON.stringify(item?.json).includes(id)),
		);
		if (saying.length > 1) problems.push(`${saying.length} items say that they made ${key}`);
	}

	// What is said to be new is new, and only one item says so.
	const created = run.error
		? []
		: [...run.items('K'), ...run.items('K', 1)].filter(({ created: is }) => is === true);
	// A success of the service is one, also where it had nothing to add.
	const plain = existing.length === 0 && new Set(names).size === names.length;
	if (created.length * per > held.length && (plain || !kind.merges)) {
		problems.push(
			`${created.length} items say that they created something, ${held.length} are new`,
		);
	}
	if (run.result.status === 'canceled' && !stop) problems.push('it was stopped');
	return { plan, problems, made: held.length, requests: 0, hits: 0, byNameOnly, byOrderOnly };
}
