import { NodeApiError, UserError, type IHttpRequestOptions, type INode } from 'n8n-workflow';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import type { Waiting } from '../../../credentials/session/iamTime';
import { endSessionAt, ensureSession, type HttpRequest } from '../../../credentials/session/huawei';
import { authenticate, declarativeNode, HUAWEI, HUAWEI_PASSWORD, httpRequestNode } from './support';

/** Pauses before further tries and for the pace, milliseconds; nobody waits for them. */
const pauses: number[] = [];
let passed = 0;
const waiting: Waiting = {
	monotonic: () => passed,
	sleep: async (duration) => {
		pauses.push(duration);
		passed += duration;
	},
};
const timeout = (duration: number) => AbortSignal.timeout(duration);
const time = { now: () => Date.now(), timeout, waiting };
const type = new ManagedKafkaHuaweiCloudApi(() => Date.now(), timeout, waiting);
const HOUR = 3_600_000;
const dms = 'https://dms.cn-north-4.myhuaweicloud.com';
const node = {
	name: 'N',
	type: 't',
	typeVersion: 1,
	id: '1',
	position: [0, 0],
	parameters: {},
} as INode;

/** An IAM which knows one account, and counts what it is asked. */
class Iam {
	readonly calls: IHttpRequestOptions[] = [];
	life = 24 * HOUR;
	/** Regions whose projects are listed. */
	regions = ['cn-north-4', 'cn-east-3', 'tr-west-1', 'eu-west-101'];
	/** What it answers first, before all else. */
	first: object[] = [];
	status?: number;
	fault?: Error;

	readonly httpRequest: HttpRequest = async (options) => {
		this.calls.push(options);
		await new Promise(setImmediate);
		if (this.fault) throw this.fault;
		const first = this.first.shift();
		if (first) return first;
		const login = options.method === 'POST';
		if (this.status !== undefined) {
			return { statusCode: this.status, headers: {}, body: { error: { code: 'IAM.0011' } } };
		}
		if (!login) {
			const region = new URL(options.url).searchParams.get('name');
			const projects = (region === null ? this.regions : [region]).flatMap((name) => [
				{ name: `${name}_sub`, id: 'wrong' },
				{ name, id: `project-of-${name}` },
			]);
			return { statusCode: 200, headers: {}, body: { projects } };
		}
		const body = options.body as { auth: { scope: { project: { name?: string; id?: string } } } };
		const { name, id = `project-of-${name}` } = body.auth.scope.project;
		return {
			statusCode: 201,
			headers: { 'x-subject-token': `TOKEN-${this.calls.length}-${id}` },
			body: {
				token: { project: { id }, expires_at: new Date(Date.now() + this.life).toISOString() },
			},
		};
	};
}

let user = 0;
let iam: Iam;
beforeEach(() => {
	iam = new Iam();
	pauses.length = 0;
	user++;
});

/** Each test has a user of its own, as sessions outlive a test. */
const password = (more = {}) => ({ ...HUAWEI_PASSWORD, userName: `user ${user}`, ...more });
const accessKey = (more = {}) => ({ ...HUAWEI, accessKeyId: `KEY${user}`, projectId: '', ...more });

const preAuthenticate = async (credentials: Parameters<typeof authenticate>[1]) => {
	const output = await type.preAuthentication.call(
		{ helpers: { httpRequest: iam.httpRequest } } as never,
		credentials,
	);
	return output;
};
const get = (headers = {}) =>
	declarativeNode('GET', dms, '/v2/{project_id}/instances', { headers });
const sign = async (credentials: Parameters<typeof authenticate>[1], headers = {}) =>
	await authenticate(type, credentials, get(headers));

/** Calls in the order in which n8n makes them, with one repetition after a 401. */
async function asN8n(
	credentials: Record<string, string>,
	answer: (headers: Record<string, string>) => number,
	headers = {},
): Promise<{ status: number; url: string }> {
	if (credentials.sessionToken === '')
		Object.assign(credentials, await preAuthenticate(credentials));
	let options: Parameters<typeof authenticate>[2] = get(headers);
	try {
		const signed = await authenticate(type, credentials, options);
		options = signed;
		const status = answer(signed.headers);
		if (status !== 401) return { status, url: signed.url };
	} catch (error) {
		if ((error as { response?: { status: number } }).response?.status !== 401) throw error;
	}
	Object.assign(credentials, await preAuthenticate(credentials));
	const signed = await authenticate(type, credentials, options);
	return { status: answer(signed.headers), url: signed.url };
}

describe('with user name and password', () => {
	it('logs in once, however many items start at the same time', async () => {
		const items = Array.from({ length: 50 }, () => password());

		const outputs = await Promise.all(items.map(preAuthenticate));

		expect(iam.calls).toHaveLength(1);
		expect(new Set(outputs.map(({ sessionToken }) => sessionToken)).size).toBe(1);
		expect(iam.calls[0]).toMatchObject({
			method: 'POST',
			url: 'https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens',
			body: {
				auth: {
					identity: {
						methods: ['password'],
						password: {
							user: {
								name: `user ${user}`,
								password: HUAWEI_PASSWORD.password,
								domain: { name: 'example-account' },
							},
						},
					},
					scope: { project: { name: 'cn-north-4' } },
				},
			},
		});
	});

	it('sends the token and the project of the token, unsigned, and replaces them when called again', async () => {
		const credentials = password();
		Object.assign(credentials, await preAuthenticate(credentials));

		const signed = await sign(credentials, { 'x-auth-token': 'OLD', 'X-Sdk-Date': 'OLD' });
		const again = await authenticate(type, credentials, signed);

		expect(signed.url).toBe(`${dms}/v2/project-of-cn-north-4/instances`);
		expect(signed.headers).toEqual({
			'Content-Type': 'application/json',
			'X-Project-Id': 'project-of-cn-north-4',
			'X-Auth-Token': 'TOKEN-1-project-of-cn-north-4',
		});
		expect(again).toEqual(signed);
	});

	it('asks for the token of the given project', async () => {
		await preAuthenticate(password({ projectId: HUAWEI.projectId }));

		expect(iam.calls[0].body).toMatchObject({
			auth: { scope: { project: { id: HUAWEI.projectId } } },
		});
	});

	it('logs in again once after many refusals of the same token', async () => {
		const items = Array.from({ length: 20 }, () => password());
		const first = await Promise.all(items.map(async (item) => await asN8n(item, () => 200)));
		const revoked = JSON.parse(items[0].sessionToken).token as string;
		const refuse = (headers: Record<string, string>) =>
			headers['X-Auth-Token'] === revoked ? 401 : 200;

		const second = await Promise.all(items.map(async (item) => await asN8n(item, refuse)));
		const late = password({ sessionToken: items[0].sessionToken });

		expect([...first, ...second].map(({ status }) => status)).toEqual(Array(40).fill(200));
		expect(await asN8n(late, refuse)).toMatchObject({ status: 200 });
		expect(iam.calls).toHaveLength(2);
	});

	it('does not log in again for one who was refused with the token before the present one', async () => {
		const early = password();
		await asN8n(early, () => 200);
		await sign(early);
		const other = { ...early };
		await asN8n(other, (headers) => (headers['X-Auth-Token'].startsWith('TOKEN-1') ? 401 : 200));

		const output = await preAuthenticate(early);

		expect(iam.calls).toHaveLength(2);
		expect(output.sessionToken).toBe(other.sessionToken);
	});

	it('uses a stored session in a process that has none', async () => {
		const credentials = password();
		const stored = await preAuthenticate(credentials);

		await jest.isolateModulesAsync(async () => {
			const fresh = await import('../../../credentials/ManagedKafkaHuaweiCloudApi.credentials');
			const signed = await authenticate(
				new fresh.ManagedKafkaHuaweiCloudApi(),
				{ ...credentials, ...stored },
				get(),
			);
			expect(signed.headers['X-Auth-Token']).toBe('TOKEN-1-project-of-cn-north-4');
		});
	});

	it.each([
		['region', { region: 'eu-west-101' }],
		['user', { userName: 'someone else' }],
		['password', { password: 'changed' }],
		['account', { domainName: 'another' }],
		['IAM endpoint', { iamEndpoint: 'https://iam.example.com' }],
		['project', { projectId: HUAWEI.projectId }],
	])('does not use a session stored for another %s, and recovers', async (_, change) => {
		const before = password();
		Object.assign(before, await preAuthenticate(before));
		const after = {
			...before,
			...change,
			...('userName' in change ? { userName: `other ${user}` } : {}),
		};

		await expect(sign({ ...after })).rejects.toThrow('There is no valid token');
		expect(await asN8n(after, () => 200)).toMatchObject({ status: 200 });
		expect(iam.calls).toHaveLength(2);
	});

	it('renews a token that ends within ten minutes before it is used', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
		try {
			const credentials = password();
			await asN8n(credentials, () => 200);
			jest.advanceTimersByTime(24 * HOUR - 11 * 60_000);
			await asN8n(credentials, () => 200);
			expect(iam.calls).toHaveLength(1);

			jest.advanceTimersByTime(2 * 60_000);
			await asN8n(credentials, () => 200);
			expect(iam.calls).toHaveLength(2);
		} finally {
			jest.useRealTimers();
		}
	});

	it.each([
		['lives five minutes', 300_000],
		['ended in the past by the local clock', -HOUR],
	])('uses a token that %s', async (_, life) => {
		iam.life = life;

		expect(await asN8n(password(), () => 200)).toMatchObject({ status: 200 });
		expect(iam.calls).toHaveLength(1);
	});

	it.each([
		[401, 'did not accept'],
		[403, 'does not allow'],
		[400, "Check 'Region'"],
		[404, "Check 'Region'"],
		[500, 'Try again later'],
	])(
		'explains an answer of IAM with status %i, and tries anew the next time',
		async (status, message) => {
			iam.status = status;
			await expect(preAuthenticate(password())).rejects.toThrow(message);

			iam.status = undefined;
			await expect(preAuthenticate(password())).resolves.toHaveProperty('sessionToken');
		},
	);

	it('lets neither password nor token out in an error', async () => {
		const { password: secret } = HUAWEI_PASSWORD;
		iam.fault = Object.assign(new Error(`connect ECONNREFUSED, sent ${secret}`), {
			code: 'ECONNREFUSED',
			config: { data: secret },
		});

		const error = await preAuthenticate(password()).catch((e: Error) => e);

		const shown = new NodeApiError(node, error as never);
		expect(shown.message).toBe(
			"Huawei Cloud IAM is unreachable: the connection was refused. Check 'IAM Endpoint' and the network, then try again",
		);
		expect(JSON.stringify([error, shown, (error as Error).cause])).not.toContain(secret);
	});

	it("passes on n8n's own refusals", async () => {
		iam.fault = new UserError('Domain not allowed');

		await expect(preAuthenticate(password())).rejects.toBe(iam.fault);
	});

	it.each([
		[{}, { token: { project: { id: 'p' } } }],
		[{ 'x-subject-token': 'T' }, { token: {} }],
		[{ 'x-subject-token': 'T' }, { token: { project: { id: '../x' } } }],
		[{ 'x-subject-token': 'a\nb' }, { token: { project: { id: 'p' } } }],
	])('refuses a login answer of %j %j', async (headers, body) => {
		const httpRequest = async () => ({ statusCode: 201, headers, body });

		await expect(ensureSession(httpRequest, password())).rejects.toThrow(
			'returned no project token',
		);
	});
});

describe('with an access key', () => {
	it('needs nothing from IAM if the project ID is given', async () => {
		const credentials = accessKey({ projectId: HUAWEI.projectId });

		expect(await preAuthenticate(credentials)).toEqual({});
		expect((await sign(credentials)).url).toContain(HUAWEI.projectId);
		expect(iam.calls).toHaveLength(0);
	});

	it('looks the project up once, in the list of all, with a signed request', async () => {
		const items = Array.from({ length: 30 }, () => accessKey({ securityToken: 'TEMPORARY' }));

		const results = await Promise.all(items.map(async (item) => await asN8n(item, () => 200)));

		expect(iam.calls).toHaveLength(1);
		expect(iam.calls[0]).toMatchObject({
			method: 'GET',
			url: 'https://iam.cn-north-4.myhuaweicloud.com/v3/projects',
			headers: {
				Authorization: expect.stringContaining('SDK-HMAC-SHA256'),
				'X-Security-Token': 'TEMPORARY',
			},
		});
		expect(results[0].url).toBe(`${dms}/v2/project-of-cn-north-4/instances`);
		expect(JSON.stringify(items[0].sessionToken)).not.toContain(HUAWEI.secretAccessKey);
	});

	it('reads further pages where IAM says that there are some', async () => {
		const urls: string[] = [];
		const httpRequest: HttpRequest = async ({ url }) => {
			urls.push(String(url));
			const page = Number(new URL(String(url)).searchParams.get('page'));
			const count = page === 1 ? 5000 : 1;
			const row = (index: number) => ({ id: `id-${page}-${index}`, name: `p-${page}-${index}` });
			const projects = Array.from({ length: count }, (_, index) => row(index));
			if (page === 2) projects.push({ id: 'found', name: 'cn-north-4' });
			const links = { next: page === 0 ? 'https://iam.example.com/next' : null };
			return { statusCode: 200, headers: {}, body: { projects, links } };
		};

		const { projectId } = await ensureSession(httpRequest, accessKey());

		expect(projectId).toBe('found');
		expect(urls.map((url) => new URL(url).search)).toEqual([
			'',
			'?page=1&per_page=5000',
			'?page=2&per_page=5000',
		]);
	});

	it('does not look it up again because a request was refused', async () => {
		const credentials = accessKey();
		await asN8n(credentials, () => 200);

		expect(await asN8n(credentials, () => 401)).toMatchObject({ status: 401 });
		expect(iam.calls).toHaveLength(1);
	});

	it('says so if there is no such project, and never creates one', async () => {
		const calls: unknown[] = [];
		const httpRequest: HttpRequest = async (options) => {
			calls.push(options.method);
			return { statusCode: 200, headers: {}, body: { projects: [] } };
		};

		await expect(ensureSession(httpRequest, accessKey())).rejects.toThrow("enter 'Project ID'");
		expect(calls).toEqual(['GET', 'GET']);
	});
});

describe('another region than the credential has', () => {
	it("has its own project, and not the credential's", async () => {
		const credentials = accessKey({ projectId: HUAWEI.projectId });

		const session = await ensureSession(iam.httpRequest, credentials, 'eu-west-101');
		const there = await sign(credentials, { 'x-region': 'eu-west-101' });

		expect(session).toMatchObject({ region: 'eu-west-101', projectId: 'project-of-eu-west-101' });
		expect(iam.calls[0].url).toBe('https://iam.eu-west-101.myhuaweicloud.eu/v3/projects');
		expect(there.url).toContain('/project-of-eu-west-101/');
		expect(there.headers).toMatchObject({
			'x-region': 'eu-west-101',
			'X-Project-Id': 'project-of-eu-west-101',
		});
		expect((await sign(credentials)).url).toContain(`/${HUAWEI.projectId}/`);
	});

	it.each([
		[
			'accessKey',
			() => accessKey({ projectId: HUAWEI.projectId }),
			'The project ID for the region tr-west-1',
		],
		['password', () => password(), 'There is no valid token for the region tr-west-1'],
	])('is refused as long as nothing is known of it (%s)', async (_, make, message) => {
		const error = await sign(make(), { 'X-Region': 'tr-west-1' }).catch((e: Error) => e);

		expect((error as Error).message).toContain(message);
		expect(new NodeApiError(node, error as never).message).toBe((error as Error).message);
	});

	it('is fetched by n8n itself if the node did not', async () => {
		const credentials = password();
		await asN8n(credentials, () => 200);
		const own = credentials.sessionToken;

		const { url } = await asN8n(credentials, () => 200, { 'X-Region': 'tr-west-1' });

		expect(url).toContain('/project-of-tr-west-1/');
		expect(credentials.sessionToken).toBe(own);
	});

	it('gets a new token after a refusal, and the own region keeps its token', async () => {
		const credentials = password();
		await asN8n(credentials, () => 200);
		const own = credentials.sessionToken;
		const { token } = await ensureSession(iam.httpRequest, credentials, 'tr-west-1');

		const { status } = await asN8n(
			credentials,
			(headers) => (headers['X-Auth-Token'] === token ? 401 : 200),
			{ 'X-Region': 'tr-west-1' },
		);

		expect(status).toBe(200);
		expect(credentials.sessionToken).toBe(own);
		expect(iam.calls).toHaveLength(3);
	});

	it.each(['evil.example/#', 'CN-NORTH-4', 'a b', ''])('has to be a region: %j', async (region) => {
		await expect(
			authenticate(
				type,
				{ ...HUAWEI },
				httpRequestNode('GET', `${dms}/x`, { headers: { 'X-Region': region } }),
			),
		).rejects.toThrow("'Region'");
		await expect(ensureSession(iam.httpRequest, { ...HUAWEI }, region)).rejects.toThrow("'Region'");
		expect(iam.calls).toHaveLength(0);
	});
});

/** sbercloud #388: IAM takes 5 requests a second from one IP address. */
const THROTTLED = {
	statusCode: 429,
	headers: { 'x-request-id': 'r7' },
	body: {
		error_code: 'APIGW.0308',
		error_msg:
			'The throttling threshold has been reached: policy ip over ratelimit,limit:5,time:1 second',
	},
};
const ensure = async (credentials: Parameters<typeof authenticate>[1], region?: string) =>
	await ensureSession(iam.httpRequest, credentials, region, time);

describe('what IAM turns away or does not answer', () => {
	it.each([
		['throttled', THROTTLED, [1000]],
		['broken', { statusCode: 503, headers: {}, body: {} }, [500]],
	])('is asked for again after a while when it is %s', async (_, answer, expected) => {
		iam.first = [answer];

		await expect(ensure(accessKey())).resolves.toHaveProperty('projectId');
		expect(pauses).toEqual(expect.arrayContaining(expected));
	});

	it('is a failure in the end, with the rule, what to do, and the request ID', async () => {
		iam.first = Array(5).fill(THROTTLED) as object[];

		await expect(ensure(accessKey())).rejects.toThrow(
			/5 requests in 1 second are allowed from this IP address.*enter 'Project ID'.*APIGW\.0308.*request ID r7/,
		);
		expect(iam.calls).toHaveLength(5);
	});

	it('is not asked for again when that would take minutes', async () => {
		const words = 'policy user over ratelimit,limit:200,time:5 minute';
		iam.first = [{ statusCode: 429, headers: {}, body: { error_msg: words } }];

		await expect(ensure(accessKey())).rejects.toThrow('200 requests in 5 minutes');
		expect(iam.calls).toHaveLength(1);
	});

	it('is not asked for again when the execution was stopped', async () => {
		iam.first = [THROTTLED];
		const credentials = accessKey();
		const stop = new AbortController();
		endSessionAt(credentials, stop.signal);
		const stopping = { ...waiting, sleep: async () => stop.abort() };

		await expect(
			ensureSession(iam.httpRequest, credentials, undefined, { ...time, waiting: stopping }),
		).rejects.toThrow();
		expect(iam.calls).toHaveLength(1);
	});
});

describe('many regions in one run', () => {
	it('share one list of projects (sbercloud #388)', async () => {
		iam.regions = Array.from({ length: 12 }, (_, n) => `cn-north-${n}`);
		const credentials = accessKey();

		const sessions = await Promise.all(
			iam.regions.map(async (region) => await ensure(credentials, region)),
		);

		expect(sessions.map(({ projectId }) => projectId)).toEqual(
			iam.regions.map((region) => `project-of-${region}`),
		);
		expect(iam.calls).toHaveLength(1);
	});

	it('that the list does not have are asked for by name, at most 5 a second', async () => {
		iam.regions = [];
		const regions = Array.from({ length: 12 }, (_, n) => `cn-north-${n}`);
		const credentials = accessKey({ iamEndpoint: 'https://iam.example.com' });
		const start = passed;

		await Promise.all(regions.map(async (region) => await ensure(credentials, region)));

		expect(iam.calls).toHaveLength(13);
		expect(passed - start).toBeGreaterThan(12 * 200);
	});
});

it('says who cannot sign in although the password is right (opentelekomcloud #1404)', async () => {
	const error = { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' };
	iam.first = [{ statusCode: 401, headers: {}, body: { error } }];

	await expect(preAuthenticate(password())).rejects.toThrow(
		/users with MFA.*IAM user.*"The username or password is wrong\."/,
	);
});

it("keeps the password out of IAM's words", async () => {
	const { password: secret } = HUAWEI_PASSWORD;
	iam.first = [{ statusCode: 400, headers: {}, body: { error: { message: `bad ${secret}` } } }];

	const error = await preAuthenticate(password()).catch((e: Error) => e);
	expect((error as Error).message).toContain('bad ****');
	expect((error as Error).message).not.toContain(secret);
});
