/** Requests go to, and are kept in mind for, whom they are really for: account, origin and region of each item. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { exampleAccounts } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import {
	K,
	byId,
	newInstance,
	openVendor,
	told,
	type Cloud,
	type VendorName,
} from '../../support/stage';

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];
const LIST: INodeParameters = { resource: 'instance', operation: 'getAll', returnAll: true };

const CREATES: Record<'huawei' | 'tencent', { api: string; parameters: INodeParameters }> = {
	huawei: { api: 'CreatePostPaidKafkaInstance', parameters: newInstance('once-only') },
	tencent: {
		api: 'CreatePostPaidInstance',
		parameters: {
			resource: 'instance',
			operation: 'create',
			instanceName: 'once-only',
			zoneId: '450001',
			vpcId: 'vpc-a',
			subnetId: 'subnet-a',
		},
	},
};
const bothCreate = ['huawei', 'tencent'] as const;

/** Sets the credential of a cloud, with expressions in it. */
function credentialOf(cloud: Cloud, vendor: VendorName, more: IDataObject): string {
	const { credential, data } = VENDORS[vendor];
	cloud.n8n.credentials[credential] = data(cloud.em, more as never);
	return credential;
}

/** The same server by two names, as two clouds are. */
const addresses = (cloud: Cloud, vendor: VendorName) => {
	const { port } = new URL(cloud.em[vendor].url);
	return ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`);
};

describe.each(vendors)('an endpoint of %s that is an expression', (vendor) => {
	test('leads each item to its own address, with reads and writes', async () => {
		const cloud = await openVendor(vendor);
		credentialOf(cloud, vendor, { endpoint: '={{ $json.endpoint }}' });
		const json = addresses(cloud, vendor).map((endpoint) => ({ endpoint }));
		const run = await cloud.start(LIST, { json });
		expect(run.error).toBeUndefined();
		const hosts = cloud.em.requests
			.filter((request) => request.vendor === vendor)
			.map(({ headers }) => String(headers.host).split(':')[0]);
		expect(hosts.sort()).toEqual(['127.0.0.1', 'localhost']);
	});

	test('that is wrong for a later item lets no item write', async () => {
		const cloud = await openVendor(vendor);
		credentialOf(cloud, vendor, { endpoint: '={{ $json.endpoint }}' });
		const [endpoint] = addresses(cloud, vendor);
		const { resource, ...parameters } = {
			huawei: { resource: 'topic', topicName: 'orders' },
			alibaba: { resource: 'topic', topicName: 'orders', remark: 'orders' },
			tencent: { resource: 'topic', topicName: 'orders', partitionNum: 3, replicaNum: 2 },
		}[vendor];
		const create = { resource, operation: 'create', instanceId: byId('i-1'), ...parameters };
		const run = await cloud.start(create, {
			json: [{ endpoint }, { endpoint: 'ftp://elsewhere' }],
		});
		expect(told(run.error)).toContain("'Endpoint' is not a URL that starts with https://");
		expect(cloud.writes()).toEqual([]);
	});
});

test('a region of the credential that is an expression is that of each item', async () => {
	const cloud = await openVendor('alibaba');
	const { port } = new URL(cloud.em.alibaba.url);
	credentialOf(cloud, 'alibaba', {
		endpoint: `http://{region}.localhost:${port}`,
		region: 'custom',
		customRegion: '={{ $json.region }}',
	});
	const json = [{ region: 'region-a' }, { region: 'region-b' }];
	const node = { onError: 'continueRegularOutput' as const };
	const run = await cloud.start(LIST, { json, node });
	expect(run.items(K).map(({ error }) => /region-\w/.exec(String(error))?.[0])).toEqual([
		'region-a',
		'region-b',
	]);
});

describe.each(bothCreate)('one instance of %s', (vendor) => {
	const { api, parameters } = CREATES[vendor];
	const create = { ...parameters, createIfAbsent: true };

	test("for two executions of which one names the credential's own region", async () => {
		const cloud = await openVendor(vendor);
		const { region } = cloud.em.credentials[vendor];
		const runs = await Promise.all([
			cloud.start(create),
			cloud.start({ ...create, options: { region } }),
		]);
		expect(runs.map(({ error }) => told(error))).toEqual(['', '']);
		expect(cloud.sent(api)).toHaveLength(1);
		expect(runs.map((run) => run.items(K)[0].created).sort()).toEqual([false, true]);
	});

	test('for two credentials with the same key', async () => {
		const cloud = await openVendor(vendor);
		const { credential } = VENDORS[vendor];
		const start = (id: string) => {
			cloud.n8n.credentials[`${credential}:${id}`] = cloud.n8n.credentials[credential];
			const credentials = { [credential]: { id, name: id } };
			return cloud.start(create, { node: { credentials } });
		};
		const runs = await Promise.all([start('1'), start('2')]);
		expect(runs.map(({ error }) => told(error))).toEqual(['', '']);
		expect(cloud.sent(api)).toHaveLength(1);
	});
});

test('two regions of one credential are two places, also right after each other', async () => {
	const cloud = await openVendor('tencent');
	credentialOf(cloud, 'tencent', { region: 'custom', customRegion: '={{ $json.region }}' });
	const { api, parameters } = CREATES.tencent;
	for (const region of ['ap-guangzhou', 'ap-shanghai']) {
		await cloud.start({ ...parameters, createIfAbsent: true }, { json: [{ region }] });
	}
	const regions = cloud.sent(api).map(({ headers }) => headers['x-tc-region']);
	expect(regions).toEqual(['ap-guangzhou', 'ap-shanghai']);
});

test('two keys of one credential are two places, also where the list shows nothing yet', async () => {
	const accounts = exampleAccounts();
	accounts.tencent.keys.push({ secretId: 'AKIDother', secretKey: 'other' });
	const cloud = await openVendor('tencent', { accounts });
	const { data } = VENDORS.tencent;
	const { secretId, secretKey } = data(cloud.em) as unknown as Record<string, string>;
	credentialOf(cloud, 'tencent', { secretId: '={{ $json.id }}', secretKey: '={{ $json.key }}' });
	cloud.em.faults.add({
		operation: 'DescribeInstancesDetail',
		times: 'always',
		effect: {
			kind: 'answer',
			status: 200,
			body: { Response: { Result: { TotalCount: 0, InstanceList: [] }, RequestId: 'r' } },
		},
	});
	const { api, parameters } = CREATES.tencent;
	const run = await cloud.start(
		{ ...parameters, createIfAbsent: true },
		{
			json: [
				{ id: secretId, key: secretKey },
				{ id: 'AKIDother', key: 'other' },
			],
		},
	);
	expect(told(run.error)).toBe('');
	expect(run.items(K).map(({ created }) => created)).toEqual([true, true]);
	expect(cloud.sent(api)).toHaveLength(2);
});

test.each(vendors)(
	'a credential of %s that leads elsewhere when it is read again signs nothing',
	async (vendor) => {
		const cloud = await openVendor(vendor);
		const [here, there] = addresses(cloud, vendor);
		credentialOf(cloud, vendor, {});
		const { credentialsHelper } = cloud.n8n;
		const read = credentialsHelper.getDecrypted.bind(credentialsHelper);
		let count = 0;
		jest.spyOn(credentialsHelper, 'getDecrypted').mockImplementation(async (...args) => ({
			...(await read(...args)),
			endpoint: ++count < 3 ? here : there,
		}));
		const run = await cloud.start(LIST);
		expect(told(run.error)).toMatch(/the credential's endpoint or region has changed/);
		expect(cloud.em.requests.filter((request) => request.vendor === vendor)).toEqual([]);
	},
);

const KEY_ID = { huawei: 'accessKeyId', alibaba: 'accessKeyId', tencent: 'secretId' } as const;

test.each(Object.keys(KEY_ID) as Array<keyof typeof KEY_ID>)(
	'a credential of %s that is of another account when it is read again signs nothing',
	async (vendor) => {
		const cloud = await openVendor(vendor);
		const { credentialsHelper } = cloud.n8n;
		const read = credentialsHelper.getDecrypted.bind(credentialsHelper);
		let count = 0;
		jest.spyOn(credentialsHelper, 'getDecrypted').mockImplementation(async (...args) => ({
			...(await read(...args)),
			...(++count < 3 ? {} : { [KEY_ID[vendor]]: 'another-key' }),
		}));
		const run = await cloud.start(LIST);
		expect(told(run.error)).toMatch(/the credential's account has changed/);
		expect(cloud.em.requests.filter((request) => request.vendor === vendor)).toEqual([]);
	},
);
