/** Nothing secret comes out: not in items, errors or the log. */
import type { INodeParameters, Logger } from 'n8n-workflow';

import { exampleAccounts, fault, type FaultEffect } from '../../../emulator';
import { LoadOptionsContext } from '../../harness/engine';
import { VENDORS } from '../../support/clouds';
import { K, byId, newInstance, openCloud, type Cloud } from '../../support/stage';

const KEY = 'canary-secret-access-key';
const TOKEN = 'canary-security-token-0123456789';
const PASSWORD = 'Canary-pass-1';
const SECRETS = [KEY, TOKEN, PASSWORD];

let s: Cloud;
let id: string;
const log: string[] = [];

beforeAll(async () => {
	const accounts = exampleAccounts();
	accounts.huawei.keys.push({
		accessKey: 'CANARYACCESSKEY00000',
		secretKey: KEY,
		securityToken: TOKEN,
	});
	s = await openCloud({ instances: [{ name: 'orders', sslEnable: true }] }, { accounts });
	s.n8n.credentials.managedKafkaHuaweiCloudApi = VENDORS.huawei.data(s.em, {
		accessKeyId: 'CANARYACCESSKEY00000',
		secretAccessKey: KEY,
		securityToken: TOKEN,
	});
	id = s.em.huawei.state.named('orders')?.id ?? '';
	// n8n's one logger, which every context of a node gives.
	const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest
			.spyOn(logger, level)
			.mockImplementation((...said: unknown[]) => void log.push(JSON.stringify(said)));
	}
});
afterAll(() => void jest.restoreAllMocks());
beforeEach(() => {
	s.em.faults.clear();
	log.length = 0;
});

const user = (name: string): INodeParameters => ({
	resource: 'user',
	operation: 'create',
	instanceId: byId(id),
	userName: name,
	userPasswd: '={{ $json.p }}',
});
const secured = (name: string): INodeParameters =>
	newInstance(name, {
		options: {
			sasl: {
				entry: {
					sslEnable: true,
					accessUser: 'first-user',
					password: '={{ $json.p }}',
					saslEnabledMechanisms: ['PLAIN'],
				},
			},
		},
	});

/** Everything a run shows: items, pairs, errors with all that hangs on them. */
async function shown(
	parameters: INodeParameters,
	onError?: 'continueErrorOutput' | 'continueRegularOutput',
) {
	const run = await s.start(parameters, { json: [{ p: PASSWORD }], node: { onError } });
	const { error } = run;
	const parts = [
		error,
		error?.message,
		error?.description,
		error?.stack,
		error?.cause,
		error?.context,
	];
	const items = [...run.output(K), ...run.output(K, 1)].map((item) =>
		// With an error output n8n itself adds the fields of the input item.
		onError === 'continueErrorOutput' ? { ...item, json: { ...item.json, p: undefined } } : item,
	);
	return [...parts, items]
		.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
		.join('\n');
}
const clean = (text: string) => SECRETS.filter((secret) => text.includes(secret));

test('in what comes out of a success, and in the log of it', async () => {
	const text = [await shown(user('service-1')), await shown(secured('secured-1'))].join('\n');
	expect(text).toContain('service-1');
	expect(clean(text)).toEqual([]);
	expect(log.join('\n')).toContain('secured-1');
	expect(clean(log.join('\n'))).toEqual([]);
});

test('the raw instance has no password either', async () => {
	await s.start(secured('secured-2'), { json: [{ p: PASSWORD }] });
	const instanceId = byId(s.em.huawei.state.named('secured-2')?.id ?? '');
	const text = await shown({ resource: 'instance', operation: 'get', instanceId, simplify: false });
	expect(text).toContain('access_user');
	expect(clean(text)).toEqual([]);
});

const FAULTS: Array<[string, FaultEffect]> = [
	['401', fault.unauthorized()],
	[
		'401 with an echo of the request',
		{
			kind: 'answer',
			status: 401,
			body: {
				error_code: 'APIGW.0301',
				error_msg: `verify aksk signature fail, canonicalRequest:POST|/v2/||host:x|x-security-token:${TOKEN}||host|abc`,
			},
		},
	],
	[
		'400',
		{
			kind: 'answer',
			status: 400,
			body: { error_code: 'DMS.00400012', error_msg: 'Invalid password.' },
		},
	],
	['500', fault.serverError(500)],
	['an HTML page', fault.htmlPage(502)],
	['a cut connection', { kind: 'cut', when: 'before' }],
	['malformed JSON', { kind: 'malformed' }],
	['429', fault.tooManyRequests(3600)],
];

test.each(FAULTS)('in an error after %s', async (_, effect) => {
	s.em.faults.add({ times: 'always', effect });
	for (const parameters of [user('service-2'), secured('secured-3')]) {
		for (const onError of [undefined, 'continueErrorOutput', 'continueRegularOutput'] as const) {
			const text = await shown(parameters, onError);
			expect(text).toMatch(/did not succeed|"created":true/);
			expect(clean(text)).toEqual([]);
		}
	}
	expect(clean(log.join('\n'))).toEqual([]);
});

test('in an error when nothing listens', async () => {
	const { managedKafkaHuaweiCloudApi } = s.n8n.credentials;
	s.n8n.credentials.managedKafkaHuaweiCloudApi = {
		...managedKafkaHuaweiCloudApi,
		endpoint: 'http://127.0.0.1:1',
	};
	const text = await shown(user('service-3'));
	s.n8n.credentials.managedKafkaHuaweiCloudApi = managedKafkaHuaweiCloudApi;
	expect(text).toContain('is unreachable');
	expect(clean(text)).toEqual([]);
});
