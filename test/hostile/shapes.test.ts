/** Regions, endpoints, names and sizes that would make another request, or break one. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, credentialOf, newInstance, open, told, type Stage } from '../engine/support';

let s: Stage;
let id: string;
beforeAll(async () => {
	s = await open({ instances: [{ name: 'orders', sslEnable: true }] });
	id = s.em.huawei.state.named('orders')?.id ?? '';
});
afterAll(async () => await s.close());
beforeEach(() => {
	s.em.requests.length = 0;
	s.n8n.credentials.huaweiCloudApi = credentialOf(s.em);
});

const get = (region?: string): INodeParameters => ({
	resource: 'instance',
	operation: 'get',
	instanceId: byId(id),
	...(region !== undefined && { options: { region } }),
});

const REGIONS = [
	'evil.example/#',
	'a@evil.example',
	'cn-north-4\r\nX-Evil: 1',
	'../x',
	'A',
	'__proto__',
];

test.each(REGIONS)(
	'the region %j is refused, as an option and in the credential',
	async (region) => {
		const asOption = await s.run(get(region));
		expect(told(asOption.error)).toMatch(/^'Region Name or ID' is not a region ID \| /);
		for (const more of [{ region }, { region: 'custom', customRegion: region }]) {
			s.n8n.credentials.huaweiCloudApi = credentialOf(s.em, more);
			expect(told((await s.run(get())).error)).toMatch(/Region' is not a region ID/);
		}
		expect(s.em.requests).toEqual([]);
	},
);

test.each(['http://u:p@h', 'http://h/p', 'http://h?x', 'file:///etc/passwd', 'http://h\r\nX: 1'])(
	'the endpoint %j is refused',
	async (endpoint) => {
		s.n8n.credentials.huaweiCloudApi = credentialOf(s.em, { endpoint });
		expect(told((await s.run(get())).error)).toMatch(/'Endpoint' (holds|is not)/);
		expect(s.em.requests).toEqual([]);
	},
);

const tagged = (entry: unknown): INodeParameters => ({
	resource: 'tag',
	operation: 'add',
	instanceId: byId(id),
	tags: { entry } as INodeParameters,
});

test('members that JavaScript knows are left out of rows', async () => {
	const row = '{"key":"a","value":"b","__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}';
	await s.run(tagged(JSON.parse(`[${row}]`)));
	expect(s.em.requests.map(({ body }) => body).filter(Boolean)).toEqual([
		'{"action":"create","tags":[{"key":"a","value":"b"}]}',
	]);
	expect(({} as { x?: number }).x).toBeUndefined();
});

test('10,000 tags are refused before anything is sent', async () => {
	const tags = Array.from({ length: 10_000 }, (_, n) => ({ key: `k${n}`, value: 'v' }));
	expect(told((await s.run(tagged(tags))).error)).toMatch(/^'Tags' has 10000 entries \| /);
	expect(s.em.requests).toEqual([]);
});

test('a text of a megabyte is refused in a sentence', async () => {
	const run = await s.run(newInstance('={{ "x".repeat(1048576) }}'));
	expect(told(run.error)).toMatch(/^'Name' has 1048576 characters \| /);
	expect(told(run.error).length).toBeLessThan(300);
	expect(s.em.requests).toEqual([]);
});
