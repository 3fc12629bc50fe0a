import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { callHuawei, dms, send, signHuawei, type Reply } from './client';

const HOUR = 3_600_000;
const { user, permanent, temporary, region, projectId, regionWithoutProject } = EXAMPLE.huawei;

let emulator: Emulator;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const listPath = () => `${emulator.huawei.url}${dms('/instances')}?engine=kafka`;
const withToken = (token: string, url = listPath()) =>
	send({ method: 'GET', url, headers: { 'X-Auth-Token': token } });
const code = (reply: Reply) => [reply.status, reply.body?.error_code];

interface TokenRequest {
	password?: string;
	scope?: unknown;
	identity?: unknown;
}

function fetchToken({ password = user.password, scope, identity }: TokenRequest = {}) {
	const { userName: name, domainName } = user;
	const own = { user: { name, password, domain: { name: domainName } } };
	const auth = {
		identity: identity ?? { methods: ['password'], password: own },
		scope: scope ?? { project: { name: region } },
	};
	return send({
		method: 'POST',
		url: `${emulator.huawei.iamUrl}/v3/auth/tokens`,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ auth }),
	});
}

describe('signatures', () => {
	const query = { engine: 'kafka' };
	const list = (over: object) => callHuawei(emulator, { path: dms('/instances'), query, ...over });

	test('a permanent and a temporary key are let in', async () => {
		expect((await list({ key: permanent })).status).toBe(200);
		expect((await list({ key: temporary })).status).toBe(200);
	});

	test.each([
		['an unknown key', { accessKey: 'NOBODY', secretKey: 'x' }, /ak:NOBODY,err:ak not exist/],
		['a wrong secret', { ...permanent, secretKey: 'x' }, /verify aksk signature fail/],
		[
			'a temporary key without token',
			{ ...temporary, securityToken: undefined },
			/X-Security-Token/,
		],
	])('%s is refused', async (_what, key, expected) => {
		const reply = await list({ key });
		expect(code(reply)).toEqual([401, 'APIGW.0301']);
		expect(reply.body.error_msg).toMatch(/^Incorrect IAM authentication information: /);
		expect(reply.body.error_msg).toMatch(expected);
	});

	test('a request without any is refused', async () => {
		const reply = await send({ method: 'GET', url: listPath() });
		expect(code(reply)).toEqual([401, 'APIGW.0301']);
	});

	test('a changed body is refused', async () => {
		const body = { action: 'restart', instances: ['a'] };
		const call = { method: 'POST', path: dms('/instances/action'), body };
		const signed = signHuawei(emulator.huawei.url, call);
		const reply = await send({ ...signed, body: JSON.stringify({ ...body, action: 'delete' }) });
		expect(reply.status).toBe(401);
	});
});

describe('projects', () => {
	const show = (project: string, headers = {}) => {
		const path = `/v2/${project}/instances`;
		return callHuawei(emulator, { path, query: { engine: 'kafka' }, headers });
	};

	test('of nobody, malformed, or not the one of the header are refused', async () => {
		// A recording of huaweicloud/cloud-custodian
		expect(code(await show('f'.repeat(32)))).toEqual([401, 'APIGW.0301']);
		expect(code(await show('my-project'))).toEqual([400, 'DMS.00400002']);
		const other = { 'X-Project-Id': emulator.huawei.state.projectOf('eu-west-101').id };
		expect(code(await show(projectId, other))).toEqual([401, 'APIGW.0301']);
	});

	test.each([
		['/v3/projects', {}, 3],
		['/v3/projects', { name: region }, 1],
		['/v3/projects', { name: regionWithoutProject }, 0],
		['/v3/auth/projects', {}, 3],
	])('GET %s with %j finds %i', async (path, query, count) => {
		const reply = await callHuawei(emulator, { path, query, base: emulator.huawei.iamUrl });
		expect(reply.status).toBe(200);
		expect(reply.body.projects).toHaveLength(count);
		if (count === 1) expect(reply.body.projects[0]).toMatchObject({ id: projectId, name: region });
	});

	test("of one's own lie in that of their region; pages are counted from 1", async () => {
		const { projects } = emulator.huawei.state.accounts;
		const dev = { id: 'a'.repeat(32), region, name: `${region}_dev`, enabled: false };
		projects.push(dev);
		const listed = async (query: Record<string, string>) =>
			(await callHuawei(emulator, { path: '/v3/projects', query, base: emulator.huawei.iamUrl }))
				.body.projects;
		expect(await listed({ name: dev.name })).toMatchObject([
			{ id: dev.id, name: dev.name, parent_id: projectId, enabled: false },
		]);
		expect(await listed({ page: '2', per_page: '3' })).toHaveLength(1);
		expect(await listed({ page: '1' })).toBeUndefined();
		projects.pop();
	});

	test('IAM asks for a signature or a token too', async () => {
		const url = `${emulator.huawei.iamUrl}/v3/projects`;
		expect((await send({ method: 'GET', url })).status).toBe(401);
		const token = String((await fetchToken()).headers['x-subject-token']);
		expect((await withToken(token, url)).status).toBe(200);
	});

	test('an invented parameter is refused', async () => {
		const base = emulator.huawei.iamUrl;
		const reply = await callHuawei(emulator, { path: '/v3/projects', query: { q: '1' }, base });
		expect(reply.status).toBe(400);
		expect(reply.body.error.message).toContain('q');
	});
});

describe('tokens', () => {
	test('are fetched by password and let in until they expire', async () => {
		const reply = await fetchToken();
		expect(reply.status).toBe(201);
		expect(reply.body.token).toMatchObject({
			project: { id: projectId, name: region },
			expires_at: new Date(emulator.clock.now() + 24 * HOUR).toISOString().replace('Z', '000Z'),
		});
		const token = String(reply.headers['x-subject-token']);
		expect((await withToken(token)).status).toBe(200);
		emulator.clock.advance(24 * HOUR);
		const expired = await withToken(token);
		expect(code(expired)).toEqual([401, 'APIGW.0301']);
		expect(expired.body.error_msg).toContain('token expires');
	});

	test('are refused when unknown, revoked or of another project', async () => {
		expect((await withToken('MIInvented')).status).toBe(401);
		const scope = { project: { name: 'eu-west-101' } };
		const token = String((await fetchToken({ scope })).headers['x-subject-token']);
		expect(code(await withToken(token))).toEqual([401, 'DMS.10240104']);
		emulator.huawei.state.tokens.revokeAll();
		expect(code(await withToken(token))).toEqual([401, 'APIGW.0301']);
	});

	test.each<[string, TokenRequest, number]>([
		['a wrong password', { password: 'wrong' }, 401],
		['a region without project', { scope: { project: { name: regionWithoutProject } } }, 401],
		['another method', { identity: { methods: ['token'], token: { id: 'x' } } }, 400],
	])('%s gets none', async (_what, request, status) => {
		const reply = await fetchToken(request);
		expect(reply.status).toBe(status);
		expect(reply.body.error).toMatchObject({ code: status, message: expect.any(String) });
		expect(reply.headers['x-subject-token']).toBeUndefined();
	});
});

describe('requests that fit no operation', () => {
	const call = (method: string, path: string, body?: unknown) =>
		callHuawei(emulator, { method, path, ...(body ? { body } : {}) });

	test('unknown path, wrong method', async () => {
		expect(code(await call('GET', '/v3/nothing'))).toEqual([404, 'DMS.00404001']);
		expect(code(await call('DELETE', '/v2/available-zones'))).toEqual([405, 'DMS.00405001']);
	});

	test('malformed bodies and instance IDs', async () => {
		const signed = signHuawei(emulator.huawei.url, {
			method: 'POST',
			path: dms('/instances/action'),
			body: {},
		});
		expect((await send({ ...signed, body: undefined })).status).toBe(401);
		expect(code(await call('POST', dms('/instances/action')))).toEqual([400, 'DMS.00400004']);
		expect(code(await call('GET', dms('/instances/none')))).toEqual([400, 'DMS.00400030']);
	});
});
