/** Fields of a credential whose expression gives nothing: refused by name, and nothing is sent anywhere. */
import type { IDataObject } from 'n8n-workflow';

import { VENDORS } from '../../support/clouds';
import { K, openVendor, told, type Cloud, type VendorName } from '../../support/stage';

const LIST = { resource: 'instance', operation: 'getAll', returnAll: true };

/** Fields that may be left blank, by vendor: a blank one leads to another place than was meant. */
const OPTIONAL: Record<VendorName, Record<string, string>> = {
	huawei: {
		projectId: 'Project ID',
		endpoint: 'Endpoint',
		iamEndpoint: 'IAM Endpoint',
		securityToken: 'Security Token',
	},
	alibaba: {
		endpoint: 'Endpoint',
		securityToken: 'Security Token',
		organizationId: 'Organization ID',
		resourceGroupId: 'Resource Group ID',
		signatureVersion: 'Signature Version',
	},
	tencent: { endpoint: 'Endpoint', token: 'Token', site: 'Site' },
};

const NOTHING = ['', ' ', null, [], ['a'], {}, { a: 1 }];

describe.each(Object.keys(OPTIONAL) as VendorName[])('%s', (vendor) => {
	let cloud: Cloud;
	beforeAll(async () => void (cloud = await openVendor(vendor)));
	beforeEach(() => cloud.forget());

	const set = (more: IDataObject) => {
		const { credential, data } = VENDORS[vendor];
		cloud.n8n.credentials[credential] = data(cloud.em, more as never);
	};
	const cases = Object.entries(OPTIONAL[vendor]);

	test.each(cases)('%s', async (name, label) => {
		set({ [name]: '={{ $json.x }}' });
		const run = await cloud.start(LIST, {
			json: [...NOTHING.map((x) => ({ x })), {}] as never,
			node: { onError: 'continueRegularOutput' },
		});
		const errors = run.items(K).map(({ error, details }) => `${String(error)} ${String(details)}`);
		expect(errors).toHaveLength(NOTHING.length + 1);
		for (const error of errors) expect(error).toContain(`'${label}'`);
		expect(cloud.em.requests).toEqual([]);
	});

	// n8n resolves the address of all items with the credential of the first one.
	test.each([
		['endpoint', 'Endpoint'],
		['customRegion', 'Custom Region'],
	])('%s of the only item', async (name, label) => {
		set({ region: 'custom', customRegion: 'cn-north-4', [name]: '={{ $json.x }}' });
		for (const x of NOTHING) {
			const run = await cloud.start(LIST, { json: [{ x }] as never });
			expect(told(run.error)).toContain(`'${label}'`);
		}
		expect(cloud.em.requests).toEqual([]);
	});

	test.each(cases)('%s in a list search, which has no item', async (name, label) => {
		set({ [name]: '={{ "" }}' });
		const list = cloud.lookUp('listSearch', 'searchInstances', LIST);
		const error: unknown = await list.then(() => undefined).catch((caught: unknown) => caught);
		expect(told(error)).toContain(`'${label}'`);
		expect(cloud.em.requests).toEqual([]);
	});

	// There, only an empty text cannot be told from a field that was left blank.
	test.each(cases)('%s in the HTTP Request node', async (name, label) => {
		set({ [name]: '={{ $json.x }}' });
		const url =
			vendor === 'huawei' ? `${cloud.em.huawei.url}/v2/{project_id}/x` : cloud.em[vendor].url;
		const headers = { 'X-TC-Version': '2019-08-19', 'X-TC-Action': 'DescribeRegion' };
		for (const json of [{}, { x: null }, { x: [] }, { x: { a: 1 } }]) {
			const run = await cloud.n8n.httpRequest(
				VENDORS[vendor].credential,
				{ url, options: {}, headerParameters: { parameters: Object.entries(headers) } } as never,
				{ inputItems: [{ json }] },
			);
			expect(told(run.error)).toContain(`'${label}'`);
		}
		expect(cloud.em.requests).toEqual([]);
	});

	test.each([
		['allowUnauthorizedCerts', 'Ignore SSL Issues (Insecure)'],
		['allowUnencryptedHttp', 'Allow Unencrypted HTTP (Insecure)'],
	])('the switch %s', async (name, label) => {
		set({ [name]: '={{ $json.x }}' });
		const run = await cloud.start(LIST);
		expect(told(run.error)).toContain(`'${label}' has an expression that returns nothing`);
		expect(cloud.em.requests).toEqual([]);
	});

	test('what could not be read is read again by Retry On Fail', async () => {
		set({});
		const { credentialsHelper } = cloud.n8n;
		const read = credentialsHelper.getDecrypted.bind(credentialsHelper);
		let isLocked = true;
		const spy = jest.spyOn(credentialsHelper, 'getDecrypted');
		spy.mockImplementation(async (...args) => {
			const [, , , , , raw] = args;
			if (!raw || !isLocked) return await read(...args);
			isLocked = false;
			throw new Error('The database is locked');
		});
		const node = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const run = await cloud.start(LIST, { node });
		expect(told(run.error)).toBe('');
		expect(isLocked).toBe(false);
		spy.mockRestore();
	});

	test('blank fields that are no expressions are not set, and are read once for all items', async () => {
		set({});
		const reads = jest.spyOn(cloud.n8n.credentialsHelper, 'getDecrypted');
		const run = await cloud.start(LIST, { json: [{}, {}, {}] });
		expect(told(run.error)).toBe('');
		expect(reads.mock.calls.filter(([, , , , , raw]) => raw)).toHaveLength(1);
		reads.mockRestore();
	});
});
