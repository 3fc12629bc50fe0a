/**
 * The harness itself, on a tiny package written for this test: what other tests rely on must be n8n's behaviour.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chain, createHarness, node, type Harness } from '../../harness';
import { closeAtEnd } from '../../support/closing';
import { until } from '../../support/until';
import { VirtualClock } from '../../support/virtualClock';

const type = 'n8n-nodes-tiny.tiny';
const trigger = 'n8n-nodes-tiny.tinyTrigger';

/** A package as npm would install it: one declarative node, one polling trigger, two credentials. */
const tinyPackage: Record<string, string> = {
	'package.json': JSON.stringify({
		name: 'n8n-nodes-tiny',
		version: '1.0.0',
		n8n: {
			n8nNodesApiVersion: 1,
			credentials: ['TinyApi.credentials.js', 'TokenApi.credentials.js'],
			nodes: ['Tiny.node.js', 'TinyTrigger.node.js'],
		},
	}),
	'TinyApi.credentials.js': `exports.TinyApi = class {
		name = 'tinyApi'; displayName = 'Tiny API';
		properties = [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Key', name: 'key', type: 'string', default: 'none' },
			{ displayName: 'Sum', name: 'sum', type: 'hidden', default: '={{ $self["key"] + "!" }}' },
		];
		authenticate = async (credentials, options) => ({ ...options, headers: { ...options.headers, 'x-key': credentials.key, 'x-sum': credentials.sum } });
		test = {
			request: { baseURL: '={{$credentials.url}}', url: '/whoami' },
			rules: [{ type: 'responseSuccessBody', properties: { key: 'Response.Error.Code', value: 'BadKey', message: 'The key is wrong' } }],
		};
	};`,
	'TokenApi.credentials.js': `exports.TokenApi = class {
		name = 'tokenApi'; displayName = 'Token API';
		properties = [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Token', name: 'token', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		];
		async preAuthentication(credentials) { return { token: (await this.helpers.httpRequest({ url: credentials.url + '/token' })).token }; }
		authenticate = { type: 'generic', properties: { headers: { authorization: '={{"Bearer " + $credentials.token}}' } } };
	};`,
	'Tiny.node.js': `exports.Tiny = class {
		description = {
			displayName: 'Tiny', name: 'tiny', group: ['input'], version: 1, description: '', defaults: { name: 'Tiny' },
			inputs: ['main'], outputs: ['main'], credentials: [{ name: 'tinyApi', required: true }],
			requestDefaults: { baseURL: '={{$credentials.url}}', ignoreHttpStatusErrors: false },
			properties: [{ displayName: 'Path', name: 'path', type: 'string', default: '', routing: { request: { method: 'POST', url: '={{$value}}', body: { q: '={{$json.q}}' } } } }],
		};
		methods = { listSearch: { async things(filter, token) {
			return { results: [{ name: filter, value: this.getCurrentNodeParameter('path') }], paginationToken: token };
		} } };
	};`,
	'TinyTrigger.node.js': `exports.TinyTrigger = class {
		description = {
			displayName: 'Tiny Trigger', name: 'tinyTrigger', group: ['trigger'], version: 1, description: '', polling: true,
			defaults: { name: 'Tiny Trigger' }, inputs: [], outputs: ['main'], properties: [],
		};
		async poll() {
			const state = this.getWorkflowStaticData('node');
			state.count = (state.count ?? 0) + 1;
			return state.count % 3 === 0 ? [[{ json: { count: state.count, activation: this.getActivationMode() } }]] : null;
		}
	};`,
};

interface Seen {
	method: string;
	url: string;
	headers: IncomingMessage['headers'];
	body: string;
}

let server: Server;
let url: string;
let seen: Seen[];
let harness: Harness;
let directory: string;
let answer: (request: Seen) => { status?: number; body?: object; delay?: number };

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'n8n-nodes-tiny-'));
	for (const [file, text] of Object.entries(tinyPackage))
		writeFileSync(join(directory, file), text);
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const entry = {
				method: request.method ?? '',
				url: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
			};
			seen.push(entry);
			const { status = 200, body = {}, delay = 0 } = answer(entry);
			setTimeout(() => {
				response.writeHead(status, { 'content-type': 'application/json' });
				response.end(JSON.stringify(body));
			}, delay).unref();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(async () => {
	seen = [];
	answer = () => ({ body: { ok: true } });
	harness = await createHarness({
		packageDirs: [directory],
		credentials: { tinyApi: { url, key: 'k1' }, tokenApi: { url, token: '' } },
		timeScale: 0.001,
	});
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
	rmSync(directory, { recursive: true });
});

const tiny = (settings: Parameters<typeof node>[3] = {}) =>
	node('Tiny', type, { path: '/things' }, { credentials: ['tinyApi'], ...settings });
const inputItems = [{ json: { q: 'a' } }, { json: { q: 'b' } }];

describe('run', () => {
	it('runs a declarative node with an authenticated request for each item', async () => {
		const run = await harness.run(chain(tiny()), { inputItems });
		expect(run.result.status).toBe('success');
		expect(run.items('Tiny')).toEqual([{ ok: true }, { ok: true }]);
		expect(run.output('Tiny').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
		]);
		expect(seen.map(({ body }) => JSON.parse(body).q).sort()).toEqual(['a', 'b']);
		expect(seen[0].headers).toMatchObject({ 'x-key': 'k1', 'x-sum': 'k1!' });
	});

	it('uses the credential of the id given in the node', async () => {
		harness.credentials['tinyApi:42'] = { url, key: 'k42' };
		const credentials = { tinyApi: { id: '42', name: 'other' } };
		await harness.run(chain(tiny({ credentials })));
		expect(seen[0].headers['x-key']).toBe('k42');
	});

	it('honours executeOnce, onError and an error', async () => {
		const once = await harness.run(chain(tiny({ executeOnce: true })), { inputItems });
		expect(once.items('Tiny')).toHaveLength(1);

		answer = ({ body }) => (body.includes('a') ? { status: 404, body: { no: 1 } } : {});
		const onError = 'continueRegularOutput' as const;
		const continued = await harness.run(chain(tiny({ onError })), { inputItems });
		expect(continued.result.status).toBe('success');
		expect(continued.items('Tiny')).toEqual([{ error: expect.any(String) }, {}]);

		const failed = await harness.run(chain(tiny()), { inputItems });
		expect(failed.result.status).toBe('error');
		expect(failed.error).toMatchObject({ httpCode: '404' });
	});

	it('cancels a running workflow, by hand, by signal and by its timeout', async () => {
		answer = () => ({ delay: 60_000 });
		const running = harness.run(chain(tiny()));
		await until('a request of the run', () => seen.length > 0);
		running.cancel();
		expect((await running).result.status).toBe('canceled');
		await running.ended;

		const stop = new AbortController();
		const stopped = harness.run(chain(tiny()), { signal: stop.signal });
		await until('a request of the second run', () => seen.length > 1);
		stop.abort();
		expect((await stopped).result.status).toBe('canceled');
		expect((await harness.run(chain(tiny()), { timeoutMs: 50 })).result.status).toBe('canceled');
	});

	it('takes Wait nodes and the timeout by the clock that was handed in', async () => {
		const clock = new VirtualClock();
		closeAtEnd(async () => await Promise.resolve(clock.close()));
		const timed = await createHarness({ packageDirs: [directory], clock });
		const wait = node('Wait', 'n8n-nodes-base.wait', { amount: 2, unit: 'hours' });
		expect((await timed.run(chain(wait))).result.status).toBe('success');
		expect(clock.passed).toBe(2 * 3_600_000);

		const stopped = await timed.run(chain(wait), { timeoutMs: 60_000 });
		expect(stopped.result.status).toBe('canceled');
		expect(clock.passed).toBe(2 * 3_600_000 + 60_000);
	});

	it('starts at the trigger node of a workflow, which polls in manual mode', async () => {
		const workflow = {
			nodes: [node('Watch', trigger), node('After', 'n8n-nodes-base.noOp')],
			connections: { Watch: { main: [[{ node: 'After', type: 'main' as const, index: 0 }]] } },
			staticData: { 'node:Watch': { count: 2 } },
		};
		const manual = await harness.run(workflow, { mode: 'manual' });
		expect(manual.items('After')).toEqual([{ count: 3, activation: 'manual' }]);
		const production = await harness.run(workflow, { inputItems });
		expect(production.items('After')).toEqual([{ q: 'a' }, { q: 'b' }]);
	});
});

describe('stand-ins for the nodes of n8n', () => {
	const condition = (leftValue: string, rightValue: string) => ({
		combinator: 'and',
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		conditions: [
			{ id: '1', leftValue, rightValue, operator: { type: 'string', operation: 'equals' } },
		],
	});
	const base = (name: string, kind: string, parameters: object, typeVersion: number) =>
		node(name, `n8n-nodes-base.${kind}`, parameters as never, { typeVersion });

	it('filter, set, limit, wait, code and conditions', async () => {
		const isA = { conditions: condition('={{ $json.q }}', 'a') };
		const assignments = [
			{ id: '1', name: 'copy.of', value: '={{ $json.q }}', type: 'string' },
			{ id: '2', name: 'n', value: '5', type: 'number' },
		];
		const run = await harness.run(
			chain(
				base('Filter', 'filter', isA, 2.2),
				base('Set', 'set', { assignments: { assignments }, includeOtherFields: true }, 3.4),
				base('Wait', 'wait', { amount: 20, unit: 'seconds' }, 1.1),
				base('Code', 'code', { jsCode: 'return $input.all().concat({ json: { q: "z" } })' }, 2),
				base('If', 'if', isA, 2.2),
			),
			{ inputItems },
		);
		expect(run.error).toBeUndefined();
		expect(run.items('Filter')).toEqual([{ q: 'a' }]);
		expect(run.items('Set')).toEqual([{ q: 'a', copy: { of: 'a' }, n: 5 }]);
		expect(run.items('If', 0)).toEqual([{ q: 'a', copy: { of: 'a' }, n: 5 }]);
		expect(run.items('If', 1)).toEqual([{ q: 'z' }]);
	});

	it('webhook, its answer, and the schedule trigger', async () => {
		const call = { headers: {}, params: {}, query: {}, body: { text: 'hi' } };
		const answered = await harness.run(
			{
				nodes: [
					base('Webhook', 'webhook', { path: 'x', responseMode: 'responseNode' }, 2),
					base(
						'Respond',
						'respondToWebhook',
						{ respondWith: 'json', responseBody: '={{ { "said": $json.body.text } }}' },
						1.1,
					),
				],
				connections: { Webhook: { main: [[{ node: 'Respond', type: 'main', index: 0 }]] } },
			},
			{ mode: 'webhook', inputItems: [{ json: call }] },
		);
		expect(answered.webhookResponse).toMatchObject({ body: { said: 'hi' }, statusCode: 200 });

		const schedule = await harness.run({ nodes: [base('Every Day', 'scheduleTrigger', {}, 1.2)] });
		expect(schedule.items('Every Day')[0]).toHaveProperty('Day of week');
	});

	it('HTTP Request with a credential: JSON, form and raw bodies, queries, headers', async () => {
		const to = (path: string) => ({ method: 'POST', url: url + path });
		const list = (...pairs: string[][]) => ({
			parameters: pairs.map(([name, value]) => ({ name, value })),
		});
		const json = await harness.httpRequest('tinyApi', {
			...to('/json'),
			sendQuery: true,
			queryParameters: list(['id', '1'], ['id', '2'], ['name', '中 文']),
			sendHeaders: true,
			headerParameters: list(['X-Mine', 'yes']),
			sendBody: true,
			bodyParameters: list(['a.b', 'c']),
			options: { queryParameterArrays: 'repeat' },
		});
		expect(json.items('HTTP')).toEqual([{ ok: true }]);
		expect(seen[0]).toMatchObject({
			url: '/json?id=1&id=2&name=%E4%B8%AD%20%E6%96%87',
			headers: { 'x-key': 'k1', 'x-mine': 'yes', 'content-type': 'application/json' },
			body: '{"a":{"b":"c"}}',
		});

		await harness.httpRequest('tinyApi', {
			...to('/form'),
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: list(['a', 'b c']),
		});
		expect(seen[1].headers['content-type']).toContain('application/x-www-form-urlencoded');
		expect(seen[1].body).toBe('a=b%20c');

		await harness.httpRequest('tinyApi', {
			...to('/raw'),
			sendBody: true,
			contentType: 'raw',
			rawContentType: 'text/plain',
			body: ' <raw> ',
		});
		expect(seen[2]).toMatchObject({ headers: { 'content-type': 'text/plain' }, body: ' <raw> ' });
	});

	it('HTTP Request obeys the allowed domains of the credential', async () => {
		Object.assign(harness.credentials.tinyApi, {
			allowedHttpRequestDomains: 'domains',
			allowedDomains: 'example.com',
		});
		const run = await harness.httpRequest('tinyApi', { url: `${url}/x` });
		expect(run.error?.message).toContain('Domain not allowed');
		expect(seen).toEqual([]);
	});

	it('HTTP Request gets a new token when the old one is refused', async () => {
		let issued = 0;
		answer = (request) => {
			if (request.url === '/token') return { body: { token: `t${++issued}` } };
			return request.headers.authorization === 'Bearer t2' ? {} : { status: 401 };
		};
		const run = await harness.httpRequest('tokenApi', { url: `${url}/x` });
		expect(run.error).toBeUndefined();
		expect(seen.map(({ url: path }) => path)).toEqual(['/token', '/x', '/token', '/x']);
		expect(harness.credentials.tokenApi.token).toBe('t2');
	});
});

describe('poll', () => {
	it('keeps static data between polls, and over a restart what n8n had saved', async () => {
		let workflow = harness.makeWorkflow({ nodes: [node('Watch', trigger)] });
		const poll = async () => (await harness.poll(workflow, 'Watch'))?.[0]?.[0]?.json.count ?? null;
		// Saved at the activation (1) and with the emission (3), not with the silent polls.
		expect([await poll(), await poll(), await poll(), await poll()]).toEqual([null, null, 3, null]);
		workflow = harness.restart(workflow);
		expect([await poll(), await poll(), await poll()]).toEqual([null, null, 6]);
	});

	it('does not save what a manual poll changed', async () => {
		const workflow = harness.makeWorkflow({ nodes: [node('Watch', trigger)] });
		await harness.poll(workflow, 'Watch', { mode: 'manual' });
		expect(harness.restart(workflow).staticData).toEqual({});
	});
});

describe('editor', () => {
	it('calls list searches with parameters, filter and token', async () => {
		const found = await harness.loadOptions('listSearch', 'things', {
			type,
			parameters: { path: '/p' },
			args: ['needle', '2'],
		});
		expect(found).toEqual({ results: [{ name: 'needle', value: '/p' }], paginationToken: '2' });
	});

	it('tests credentials with their rules', async () => {
		const data = { url, key: 'k9' };
		expect(await harness.testCredential('tinyApi', data)).toMatchObject({ status: 'OK' });
		expect(seen[0].headers['x-key']).toBe('k9');
		answer = () => ({ body: { Response: { Error: { Code: 'BadKey' } } } });
		expect(await harness.testCredential('tinyApi', data)).toMatchObject({
			status: 'Error',
			message: 'The key is wrong',
		});
		answer = () => ({ status: 503 });
		expect((await harness.testCredential('tinyApi', data)).status).toBe('Error');
	});
});
