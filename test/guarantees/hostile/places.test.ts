/**
 * A region or an endpoint never leads a node, a trigger or a list to another host, and a hostile ID
 * never leads a list to another address.
 */
import type { IDataObject, INodeType } from 'n8n-workflow';
import dns from 'node:dns';

import { openVendor, type Cloud, type VendorName } from '../../support/stage';
import { node } from '../../harness';
import { scenariosOf } from '../../support/scenarios';
import { ENTITIES, reseed } from '../../support/scenarios/seeds';
import { ALL_INSTANCE_EVENTS, Watch } from '../../support/pollStage';
import { ACCESS, accessesOf, everythingOf, secretsIn } from './canaries';

const REGIONS: unknown[] = [
	'evil.example.com#',
	'evil.example.com/',
	'cn-north-4.evil.example.com',
	'cn-north-4@evil.example.com',
	'user:pass@evil',
	'cn-north-4:8080',
	'evil?x=',
	'evil\\',
	'..',
	'.',
	'a/../b',
	'%2e%2e',
	'cn-north-4\r\nX-Evil: 1',
	'cn-north-4\u3002evil',
	'cn-north-4\uff0eevil',
	'cn-north-4\u0000',
	'cn\u2010north\u20104',
	'CN-NORTH-4',
	' cn-north-4',
	'{region}',
	'__proto__',
	'x'.repeat(64),
	{ region: 'cn-north-4' },
	['cn-north-4', 'evil'],
	['evil.example.com/#'],
];
const ENDPOINTS = [
	'http://user:pass@evil.example.com',
	'http://evil.example.com/path',
	'http://evil.example.com?x',
	'http://evil.example.com#x',
	'http://evil.example.com\r\nX-Evil: 1',
	'http://{constructor}.example.com',
	'file:///etc/passwd',
	'//evil.example.com',
	'javascript:alert(1)',
];
const HOSTILE_IDS = [
	'.',
	'..',
	'../../admin',
	'a%2F..%2Fb',
	'a/b?limit=1#c',
	'a&Action=DeleteInstance',
	'a\r\nX-Evil: 1',
];

const VENDORS: VendorName[] = ['huawei', 'alibaba', 'tencent'];
const NODES: Record<VendorName, string> = {
	huawei: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
	alibaba: 'n8n-nodes-managed-kafka.alibabaCloudKafka',
	tencent: 'n8n-nodes-managed-kafka.tencentCloudKafka',
};

describe.each(VENDORS)('of %s', (vendor) => {
	const { type: credential, accounts } = ACCESS[vendor];
	const hosts: unknown[] = [];
	let cloud: Cloud;
	beforeAll(async () => {
		cloud = await openVendor(vendor, { accounts });
		reseed(vendor, cloud.em);
		// Nothing is looked up but what a request goes to.
		jest.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: unknown[]) => {
			hosts.push(host);
			(rest.at(-1) as (error: Error) => void)(
				Object.assign(new Error('no'), { code: 'ENOTFOUND' }),
			);
		}) as never);
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await cloud.close();
	});
	beforeEach(() => {
		hosts.length = 0;
		cloud.forget();
	});

	/** Data of a credential; without an endpoint the region makes the host. */
	const use = (more: IDataObject = {}, access = accessesOf(vendor, cloud.em)[0]) =>
		Object.assign(cloud.n8n.credentials, { [credential]: { ...access, ...more } });
	const messageOf = (error: unknown) => (error as Error | undefined)?.message ?? '';

	/** What each part of the package says to a region in its options. */
	const parts: Record<string, (region?: unknown) => Promise<string>> = {
		node: async (region) =>
			(
				await cloud.run('instance/getAll', {
					options: region === undefined ? {} : ({ region } as never),
				})
			).told,
		trigger: async (region) => {
			const name = `${NODES[vendor]}Trigger`;
			const options = region === undefined ? {} : { region };
			const parameters = { events: ALL_INSTANCE_EVENTS, options } as never;
			const trigger = node('Watch', name, parameters, { credentials: [credential] });
			const watch = new Watch(
				cloud.n8n,
				cloud.n8n.makeWorkflow({ name: 'test', nodes: [trigger] }),
			);
			return messageOf(await watch.tick().catch((error: unknown) => error));
		},
		list: async (region) => {
			const options = region === undefined ? {} : { region };
			const parameters = { ...ENTITIES[vendor], options } as never;
			return messageOf(
				await cloud
					.lookUp('listSearch', 'searchInstances', parameters)
					.catch((error: unknown) => error),
			);
		},
	};
	const entries = Object.entries(parts);

	test('a region in the options', async () => {
		for (const endpoint of [undefined, cloud.em[vendor].url]) {
			use({ endpoint });
			for (const region of REGIONS) {
				for (const [part, ask] of entries) {
					expect([part, region, await ask(region)]).toEqual([
						part,
						region,
						expect.stringMatching(/^'Region( Name or ID)?' is not (a region ID|text)/),
					]);
				}
			}
		}
		expect(hosts).toEqual([]);
		expect(cloud.em.requests).toEqual([]);
	});

	test('a region in the credential', async () => {
		for (const region of REGIONS.filter((one) => typeof one === 'string')) {
			for (const place of [{ region }, { region: 'custom', customRegion: region }]) {
				use({ endpoint: undefined, ...place });
				for (const [part, ask] of entries) {
					expect([part, region, await ask()]).toEqual([
						part,
						region,
						expect.stringMatching(/'(Custom )?Region' is not a region ID/),
					]);
				}
			}
		}
		expect(hosts).toEqual([]);
	});

	test('an endpoint in the credential', async () => {
		for (const endpoint of ENDPOINTS) {
			use({ endpoint });
			for (const [part, ask] of entries) {
				expect([part, endpoint, await ask()]).toEqual([
					part,
					endpoint,
					expect.stringMatching(/'Endpoint' (contains|is not)/),
				]);
			}
		}
		expect(hosts).toEqual([]);
	});

	/** The methods of the node and the trigger that fill lists. */
	const methods = () =>
		['', 'Trigger'].flatMap((end) => {
			const name = `${NODES[vendor]}${end}`;
			const { listSearch = {}, loadOptions = {} } =
				(cloud.n8n.nodeTypes.getByNameAndVersion(name) as INodeType).methods ?? {};
			return [
				...Object.keys(listSearch).map((method) => ['listSearch', method] as const),
				...Object.keys(loadOptions).map((method) => ['loadOptions', method] as const),
			];
		});
	/** Parameters of all operations, as a list may depend on any of them. */
	const everything = () =>
		Object.assign(
			{},
			...scenariosOf(vendor).map((one) => one.parameters),
			ENTITIES[vendor],
		) as IDataObject;

	test('no list sends a hostile ID as another request', async () => {
		use();
		const writes = new Set(scenariosOf(vendor).flatMap((one) => one.writes));
		for (const [kind, method] of methods()) {
			for (const id of HOSTILE_IDS) {
				const hostile = Object.fromEntries(
					Object.entries(everything()).map(([name, value]) => [
						name,
						typeof value === 'object' && value !== null && '__rl' in value
							? { ...value, value: id }
							: typeof value === 'string'
								? id
								: value,
					]),
				);
				await cloud
					.lookUp(kind, method, { ...hostile, options: {} } as never, id)
					.catch(() => undefined);
			}
		}
		const others = cloud.em.requests.filter(
			({ operation, headers }) =>
				operation === null || writes.has(operation) || 'x-evil' in headers,
		);
		expect(others.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
		expect(cloud.em.requests.length).toBeGreaterThan(HOSTILE_IDS.length);
	});

	test('no list tells a secret, whatever the cloud says', async () => {
		const found: string[] = [];
		let failed = 0;
		for (const access of accessesOf(vendor, cloud.em)) {
			const said = Object.values(access)
				.filter((one) => secretsIn(String(one)).length > 0)
				.join(' ');
			const body = {
				error_code: 'Strange.Code',
				error_msg: said,
				Code: 'Strange.Code',
				Message: said,
				Response: { Error: { Code: 'InvalidParameter', Message: said } },
			};
			for (const [status, place] of [
				[400, {}],
				[401, {}],
				[200, { endpoint: 'http://127.0.0.1:1' }],
			] as const) {
				cloud.forget();
				if (status !== 200) {
					cloud.em.faults.add({
						vendor,
						times: 'always',
						effect: { kind: 'answer', status, body },
					});
				}
				use(place, access);
				for (const [kind, method] of methods()) {
					const error = await cloud
						.lookUp(kind, method, { ...everything(), options: {} } as never)
						.then(
							() => undefined,
							(thrown: unknown) => thrown,
						);
					if (error) failed++;
					found.push(...secretsIn(everythingOf(error)).map((secret) => `${method}: ${secret}`));
				}
			}
		}
		expect(found).toEqual([]);
		expect(failed).toBeGreaterThan(methods().length);
	});

	test('no list shows a secret as the name of something', async () => {
		const found: string[] = [];
		for (const access of accessesOf(vendor, cloud.em)) {
			cloud.forget();
			use({}, access);
			const names = Object.values(access).filter((one) => secretsIn(String(one)).length > 0);
			cloud.em[vendor].state.instances.forEach((one, index) => {
				one.name = String(names[index % names.length]);
			});
			const parameters = { ...ENTITIES[vendor], options: {} } as never;
			const list = await cloud.lookUp('listSearch', 'searchInstances', parameters);
			expect(list).toHaveProperty('results.length', expect.any(Number));
			expect(everythingOf(list)).toContain('********');
			found.push(...secretsIn(everythingOf(list)));
		}
		expect(found).toEqual([]);
	});
});
