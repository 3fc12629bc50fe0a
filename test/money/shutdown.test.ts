/**
 * n8n's shutdown. Where it stops executions, it stops all of them at once, whatever they are about;
 * where it does not, the process is killed in the end.
 */
import { spawn } from 'node:child_process';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { credentialsOf } from '../../demo/credentials';
import { fault, startEmulator, type Emulator, type FaultEffect } from '../../emulator';
import type { Cloud, VendorName } from '../engine/supportApi';
import { projectRoot } from '../harness';
import { KINDS, type Kind } from './kinds';
import { built, homeOf, listen, openPlayground, start, TYPES } from './play';
import type { Task } from './shutdownChild';

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
const until = async (condition: () => boolean, ms = 20_000) => {
	for (const end = Date.now() + ms; !condition() && Date.now() < end; ) await pause(5);
	expect(condition()).toBe(true);
};

/** Longer than any pause goes on after a stop. */
const A_WHILE = 600;

/** Each vendor, and the list that Get Many of instances asks for. */
const VENDORS: Array<{ vendor: VendorName; list: string }> = [
	{ vendor: 'huawei', list: 'ListInstances' },
	{ vendor: 'alibaba', list: 'GetInstanceList' },
	{ vendor: 'tencent', list: 'DescribeInstances' },
];

/** All forms of the ID of each instance that there is. */
const ids = (em: Emulator, vendor: VendorName) =>
	KINDS[vendor][0].held(em, '').map(({ key, alsoKnownAs = [] }) => [key, ...alsoKnownAs]);

/** Nothing is done by itself. */
const neverDone = (em: Emulator, vendor: VendorName) =>
	Object.assign(em[vendor].state.durations, { create: 1e12, deploy: 1e12 });

describe.each(VENDORS)('$vendor: all executions are stopped', ({ vendor, list }) => {
	const [kind] = KINDS[vendor];
	const topic = KINDS[vendor].find(({ operation }) => operation === 'topic/create') as Kind;
	let cloud: Cloud;
	let log: string[];
	const logged = (text: string) => log.some((line) => line.includes(text));
	const fails = (operation: string, effect: FaultEffect, times: 1 | 'always' = 1) =>
		cloud.em.faults.add({ operation, effect, times });

	beforeEach(async () => {
		log = listen();
		cloud = await openPlayground(vendor, { speed: 1 });
		neverDone(cloud.em, vendor);
		const own = built(TYPES[vendor].files)[vendor] as { pace: unknown };
		own.pace = () => ({ perSecond: 10_000, atOnce: 1 });
	});
	afterEach(async () => await cloud.close());

	test('waiting, backing off, queueing and looking for what was lost end, and nothing is sent', async () => {
		const home = homeOf(cloud, vendor, []);
		const made = () => ids(cloud.em, vendor).filter(([key]) => key !== home);
		const create = ({ operation, parameters }: Kind, n: string, more: INodeParameters = {}) =>
			start(cloud, vendor, operation, { ...parameters(home), ...more }, [{ n }]);

		const waiting = create(kind, 'waits', { waitForCompletion: true });
		await until(() => made().length === 1 && logged(made()[0][0]));

		const times = (
			vendor === 'alibaba'
				? built('AlibabaCloudKafka/orders/orders.js').orderTimes
				: built('shared/create/existing.js').searchTimes
		) as number[];
		times.splice(0, times.length, 60_000);
		fails(kind.api, fault.answerLost());
		const searching = create(kind, 'lost');
		await until(() => made().length === 2);

		const late = fails(topic.api, { kind: 'delay', ms: 2_000 });
		const creating = create(topic, 'under-way');
		await until(() => late.hits === 1);
		const queueing = create(topic, 'queued');

		const busy = fails(list, fault.tooManyRequests(50), 'always');
		const backingOff = start(cloud, vendor, 'instance/getAll', {});
		await until(() => busy.hits > 0);
		await pause(100);

		let isCreated = false;
		void creating.ended.then(() => (isCreated = true));
		const stopped = [waiting, searching, queueing, backingOff];
		const requests = cloud.em.requests.length;
		for (const one of [creating, ...stopped]) one.cancel();
		await Promise.all(stopped.map(async ({ ended }) => await ended));
		// They have not waited for the answer to what others have under way.
		expect(isCreated).toBe(false);
		await creating.ended;
		await pause(A_WHILE);

		const afterwards = cloud.em.requests.slice(requests).map(({ operation }) => operation);
		expect(afterwards.filter((operation) => operation !== topic.api)).toEqual([]);
		expect(cloud.sent(topic.api)).toHaveLength(1);
		expect(topic.held(cloud.em, home).map(({ name }) => name)).toContain('under-way');
		expect(logged('under-way')).toBe(true);
		expect(made()).toHaveLength(2);
		expect(logged(made()[0][0])).toBe(true);
		expect(logged('The execution was stopped')).toBe(true);
	});
});

describe('a process of its own', () => {
	let em: Emulator;
	beforeEach(async () => {
		em = await startEmulator({ speed: 1 });
		for (const { vendor } of VENDORS) neverDone(em, vendor);
	});
	afterEach(async () => await em.close());

	/** A process that waits for one new instance of each cloud. */
	async function waiting() {
		const data = credentialsOf(em) as Record<string, ICredentialDataDecryptedObject>;
		const tasks = VENDORS.map(({ vendor }): Task => {
			const [kind] = KINDS[vendor];
			const [resource, operation] = kind.operation.split('/');
			const { type, credential } = TYPES[vendor];
			return {
				type,
				credential,
				data: data[credential],
				parameters: { resource, operation, ...kind.parameters(''), waitForCompletion: true },
				json: { n: `left-${vendor}` },
			};
		});
		const child = spawn(
			process.execPath,
			['--import', 'tsx', join(__dirname, 'shutdownChild.ts')],
			{
				cwd: projectRoot,
				env: {
					...process.env,
					TASKS: JSON.stringify(tasks),
					TSX_TSCONFIG_PATH: join(projectRoot, 'tsconfig.dev.json'),
					N8N_LOG_LEVEL: 'info',
				},
				stdio: ['ignore', 'pipe', 'pipe'],
			},
		);
		let log = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
		const ended = new Promise<number | string | null>((resolve) =>
			child.once('exit', (code, signal) => resolve(code ?? signal)),
		);
		const isKnown = ({ vendor }: { vendor: VendorName }) =>
			ids(em, vendor).some((forms) => forms.some((id) => log.includes(id)));
		try {
			await until(() => VENDORS.every(isKnown) || child.exitCode !== null, 50_000);
		} catch {
			child.kill('SIGKILL');
			throw new Error(`It does not wait:\n${log}`);
		}
		return { child, ended, log: () => log };
	}

	test.each([
		['SIGTERM ends it by itself', 'SIGTERM', 0],
		['SIGKILL ends it', 'SIGKILL', 'SIGKILL'],
	] as const)(
		'%s; what was created is in the log, and nothing more is sent',
		async (_, signal, code) => {
			const { child, ended, log } = await waiting();
			child.kill(signal);
			expect(await ended).toBe(code);
			const requests = em.requests.length;
			await pause(A_WHILE);
			expect(em.requests).toHaveLength(requests);
			for (const { vendor } of VENDORS) {
				const [forms, ...others] = ids(em, vendor);
				expect(others).toEqual([]);
				expect(forms.some((id) => log().includes(id))).toBe(true);
			}
		},
	);
});
