/**
 * n8n's shutdown. Where it stops executions, it stops all of them at once, whatever they are about;
 * where it does not, the process is killed in the end.
 */
import { spawn } from 'node:child_process';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { credentialsOf } from '../../../demo/credentials';
import { fault, startEmulator, type Emulator, type FaultEffect } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import { projectRoot } from '../../harness';
import { closeAtEnd } from '../../support/closing';
import { until } from '../../support/until';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { VENDORS as NODES } from '../../support/clouds';
import { homeOf, listen, openPlayground, start } from '../../support/creates/play';
import type { Task } from './shutdownChild';

const MINUTE = 60_000;

/** Longer than any pause, milliseconds. */
const A_WHILE = 60 * MINUTE;

/** Each vendor, the list that Get Many of instances asks for, and how many topics are created at once. */
const VENDORS: Array<{ vendor: VendorName; list: string; atOnce: number }> = [
	{ vendor: 'huawei', list: 'ListInstances', atOnce: 8 },
	{ vendor: 'alibaba', list: 'GetInstanceList', atOnce: 8 },
	{ vendor: 'tencent', list: 'DescribeInstances', atOnce: 8 },
];

/** All forms of the ID of each instance that there is. */
const ids = (em: Emulator, vendor: VendorName) =>
	KINDS[vendor][0].held(em, '').map(({ key, alsoKnownAs = [] }) => [key, ...alsoKnownAs]);

/** Nothing is done by itself. */
const neverDone = (em: Emulator, vendor: VendorName) =>
	Object.assign(em[vendor].state.durations, { create: 1e12, deploy: 1e12 });

describe.each(VENDORS)('$vendor: all executions are stopped', ({ vendor, list, atOnce }) => {
	const [kind] = KINDS[vendor];
	const topic = KINDS[vendor].find(({ operation }) => operation === 'topic/create') as Kind;
	let cloud: Cloud;
	let log: string[];
	const logged = (text: string) => log.some((line) => line.includes(text));
	const fails = (operation: string, effect: FaultEffect, times: number | 'always' = 1) =>
		cloud.em.faults.add({ operation, effect, times });

	beforeEach(async () => {
		log = listen();
		// Nobody looks for what was lost before all are stopped.
		cloud = await openPlayground(vendor, { times: { search: [A_WHILE], order: [A_WHILE] } });
		neverDone(cloud.em, vendor);
	});

	test('waiting, backing off, queueing and looking for what was lost end, and nothing is sent', async () => {
		const home = homeOf(cloud, vendor, []);
		const made = () => ids(cloud.em, vendor).filter(([key]) => key !== home);
		const create = ({ operation, parameters }: Kind, n: string, more: INodeParameters = {}) =>
			start(cloud, vendor, operation, { ...parameters(home), ...more }, [{ n }]);

		const waiting = create(kind, 'waits', { waitForCompletion: true });
		await until('the ID in the log', () => made().length === 1 && logged(made()[0][0]));

		fails(kind.api, fault.answerLost());
		const searching = create(kind, 'lost');
		await until('the create that is lost', () => made().length === 2);

		const late = fails(topic.api, { kind: 'delay', ms: MINUTE }, atOnce);
		const names = Array.from({ length: atOnce }, (_, n) => `under-way-${n}`);
		const creating = names.map((name) => create(topic, name));
		await until('as many creates as may be under way', () => late.hits === atOnce);
		const queueing = create(topic, 'queued');

		const busy = fails(list, fault.tooManyRequests(50), 'always');
		const backingOff = start(cloud, vendor, 'instance/getAll', {});
		await until('a read that is refused', () => busy.hits > 0);
		await cloud.clock.sleep(100);

		const stopped = [waiting, searching, queueing, backingOff];
		const requests = cloud.em.requests.length;
		const moment = cloud.clock.passed;
		for (const one of [...creating, ...stopped]) one.cancel();
		await Promise.all(stopped.map(async ({ ended }) => await ended));
		// They have not waited for the answer to what others have under way.
		expect([cloud.em.held, cloud.clock.passed]).toEqual([atOnce, moment]);
		await Promise.all(creating.map(async ({ ended }) => await ended));
		await cloud.clock.sleep(A_WHILE);

		const afterwards = cloud.em.requests.slice(requests).map(({ operation }) => operation);
		expect(afterwards).toEqual([]);
		expect(cloud.sent(topic.api)).toBeSent(atOnce);
		const held = topic.held(cloud.em, home).map(({ name }) => name);
		expect(held).toEqual(expect.arrayContaining(names));
		for (const name of names) expect(logged(name)).toBe(true);
		expect(made()).toHaveLength(2);
		expect(logged(made()[0][0])).toBe(true);
		expect(logged('The execution was stopped')).toBe(true);
	});
});

describe('a process of its own', () => {
	let em: Emulator;
	beforeEach(async () => {
		em = await startEmulator({ speed: 1 });
		closeAtEnd(async () => await em.close());
		for (const { vendor } of VENDORS) neverDone(em, vendor);
	});

	/** A process that waits for one new instance of each cloud. */
	async function waiting() {
		const data = credentialsOf(em) as Record<string, ICredentialDataDecryptedObject>;
		const tasks = VENDORS.map(({ vendor }): Task => {
			const [kind] = KINDS[vendor];
			const [resource, operation] = kind.operation.split('/');
			const { type, credential } = NODES[vendor];
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
		const areKnown = () => {
			if (child.exitCode !== null) throw new Error('The process has ended');
			return VENDORS.every(isKnown);
		};
		closeAtEnd(async () => {
			child.kill('SIGKILL');
			await ended;
		});
		const what = 'all three instances in the log of the process';
		await until(what, areKnown, { seconds: 50, every: 10 }).catch((error: Error) => {
			throw new Error(`${error.message}:\n${log}`);
		});
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
			// What it has sent has arrived by now, or never will.
			await sleep(50);
			expect(em.requests).toHaveLength(requests);
			for (const { vendor } of VENDORS) {
				const [forms, ...others] = ids(em, vendor);
				expect(others).toEqual([]);
				expect(forms.some((id) => log().includes(id))).toBe(true);
			}
		},
	);
});
