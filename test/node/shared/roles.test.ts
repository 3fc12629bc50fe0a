/** Credentials that assume a role: the keys are fetched before requests, renewed in time, and stay in memory. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { EXAMPLE, exampleAccounts, type Accounts, type FaultEffect } from '../../../emulator';
import { alibaba } from '../../../nodes/AlibabaCloudKafka/vendor';
import { huawei } from '../../../nodes/HuaweiCloudKafka/vendor';
import { tencent } from '../../../nodes/TencentCloudKafka/vendor';
import { VENDORS } from '../../support/clouds';
import {
	K,
	byId,
	newInstance,
	newTopic,
	openVendor,
	told,
	type Cloud,
	type VendorName,
} from '../../support/stage';

const CLOUDS = { alibaba, huawei, tencent };

const MINUTE = 60_000;
/** Headers that hold the token of temporary keys. */
const TOKENS = ['x-acs-security-token', 'x-tc-token', 'x-security-token'];
const LIST: INodeParameters = { resource: 'instance', operation: 'getAll', returnAll: true };

/** What of a role differs between the vendors. */
interface Stage {
	/** By default what it is called. */
	vendor?: VendorName;
	role: IDataObject;
	/** The same credential that assumes nothing; by default without the switch. */
	none?: IDataObject;
	/** One that does not exist, and one that does not trust the key. */
	unknown: IDataObject;
	untrusted: IDataObject;
	/** The operation that grants keys. */
	grants: string;
	/** The operation behind {@link LIST}. */
	lists: string;
	/** How the service refuses keys that have ended. */
	expired: FaultEffect;
	/** A write, and its operation. */
	write: INodeParameters;
	writes: string;
	/** Work that takes half an hour. */
	long(cloud: Cloud): INodeParameters;
	/** The same service from n8n's HTTP Request node. */
	http(cloud: Cloud): INodeParameters;
}

const agency = (name: string) => ({
	agencyName: name,
	delegatingAccountName: EXAMPLE.huawei.agency.domainName,
});

/** Stands for the token of an identity provider, which an agency trusts. */
const ID_TOKEN = 'header.claims-of-n8n.signature';

const ACCOUNT = exampleAccounts().huawei.domainId;

const byUrn = (name: string) => ({
	agencyMethod: 'sts',
	agencyUrn: `iam::${ACCOUNT}:agency:${name}`,
});

const byToken = (name: string) => ({
	authentication: 'oidc',
	agencyUrn: `iam::${ACCOUNT}:agency:${name}`,
	providerUrn: `iam::${ACCOUNT}:oidc-provider:n8n`,
	idToken: ID_TOKEN,
});

const VENDOR_STAGES: Record<VendorName, Stage> = {
	alibaba: {
		role: { roleArn: EXAMPLE.alibaba.role },
		unknown: { roleArn: `${EXAMPLE.alibaba.role}-unknown` },
		untrusted: { externalId: 'of-others', roleArn: EXAMPLE.alibaba.role },
		grants: 'AssumeRole',
		lists: 'GetInstanceList',
		expired: { kind: 'answer', status: 400, body: { Code: 'InvalidSecurityToken.Expired' } },
		write: {
			resource: 'topic',
			operation: 'create',
			instanceId: byId('alikafka_post-cn-1'),
			topicName: 'orders',
			remark: 'orders',
		},
		writes: 'CreateTopic',
		long({ em: { alibaba } }) {
			alibaba.state.durations.convert = 30 * MINUTE;
			const { id } = alibaba.state.seed({ name: 'orders' });
			return { resource: 'instance', operation: 'convertToSubscription', instanceId: byId(id) };
		},
		http: ({ em }) => ({
			method: 'POST',
			url: `${em.alibaba.url}/?Action=GetInstanceList&Version=2019-09-16&RegionId=cn-hangzhou`,
		}),
	},
	tencent: {
		role: { roleArn: EXAMPLE.tencent.role },
		unknown: { roleArn: `${EXAMPLE.tencent.role}-unknown` },
		untrusted: { externalId: 'of-others', roleArn: EXAMPLE.tencent.role },
		grants: 'AssumeRole',
		lists: 'DescribeInstances',
		expired: {
			kind: 'answer',
			status: 200,
			body: { Response: { Error: { Code: 'AuthFailure.TokenFailure' }, RequestId: 'R' } },
		},
		write: {
			resource: 'topic',
			operation: 'create',
			instanceId: byId('ckafka-none'),
			topicName: 'orders',
			partitionNum: 3,
			replicaNum: 2,
		},
		writes: 'CreateTopic',
		long({ em: { tencent } }) {
			tencent.state.durations.create = 30 * MINUTE;
			const where = { zoneId: '450001', vpcId: 'vpc-a', subnetId: 'subnet-a' };
			return { resource: 'instance', operation: 'create', instanceName: 'orders', ...where };
		},
		http: ({ em }) => ({
			method: 'POST',
			url: em.tencent.url,
			sendHeaders: true,
			headerParameters: {
				parameters: [
					{ name: 'X-TC-Action', value: 'DescribeInstances' },
					{ name: 'X-TC-Version', value: '2019-08-19' },
				],
			},
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{}',
		}),
	},
	huawei: {
		role: agency(EXAMPLE.huawei.agency.name),
		unknown: agency('nobody'),
		untrusted: agency('of-others'),
		grants: 'CreateTemporaryAccessKeyByAgency',
		lists: 'ListInstances',
		expired: { kind: 'answer', status: 401, body: { error_code: 'APIGW.0301' } },
		write: newTopic('00000000-0000-4000-8000-000000000000', 'orders'),
		writes: 'CreateInstanceTopic',
		long({ em: { huawei } }) {
			huawei.state.durations.create = 30 * MINUTE;
			return newInstance('orders');
		},
		http: ({ em }) => ({ url: `${em.huawei.url}/v2/{project_id}/instances?engine=kafka` }),
	},
};

const STAGES: Record<string, Stage> = {
	...VENDOR_STAGES,
	'huawei, by STS': {
		...VENDOR_STAGES.huawei,
		vendor: 'huawei',
		role: byUrn(EXAMPLE.huawei.agency.name),
		unknown: byUrn('nobody'),
		untrusted: { ...byUrn(EXAMPLE.huawei.agency.name), externalId: 'of-others' },
		grants: 'AssumeAgency',
	},
	'huawei, by the token of an identity provider': {
		...VENDOR_STAGES.huawei,
		vendor: 'huawei',
		role: byToken(EXAMPLE.huawei.agency.name),
		none: { authentication: 'accessKey' },
		unknown: byToken('nobody'),
		untrusted: byToken('of-others'),
		grants: 'AssumeAgencyWithOIDC',
	},
};

describe.each(Object.entries(STAGES))('a role of %s', (name, stage) => {
	const vendor = stage.vendor ?? (name as VendorName);
	const { credential, data } = VENDORS[vendor];
	let cloud: Cloud;
	let accounts: Accounts;
	/** Each test has a session of its own, as sessions outlive a test. */
	let count = 0;

	const assume = (role: IDataObject = stage.role, more: IDataObject = {}) => {
		const settings = {
			roleSessionName: `n8n-${name.length}-${vendor}-${count}`,
			roleDuration: 15,
			...more,
		};
		const all = { assumeRole: true, ...settings, ...role };
		cloud.n8n.credentials[credential] = data(cloud.em, all);
	};
	/** Makes the cloud take no key any more that it has granted so far. */
	const endKeys = () => {
		const ends: Array<{ expiresAt?: number }> = accounts[vendor].keys;
		for (const key of ends) if (key.expiresAt !== undefined) key.expiresAt = cloud.clock.now();
	};
	const granted = () => cloud.sent(stage.grants).length;
	/** Secrets that the cloud has granted. */
	const secrets = () => JSON.stringify(cloud.em.requests.map(({ headers }) => headers));

	beforeEach(async () => {
		count++;
		accounts = exampleAccounts();
		accounts.huawei.agencies?.[0].trusts.push(ID_TOKEN);
		cloud = await openVendor(vendor, { accounts });
		assume();
	});

	test('signs all items with keys that are fetched once, and stores nothing', async () => {
		const before = JSON.stringify(cloud.n8n.credentials);
		const run = await cloud.start(LIST, { json: Array.from({ length: 12 }, () => ({})) });
		expect(run.error).toBeUndefined();
		expect(granted()).toBe(1);
		expect(cloud.sent(stage.lists)).toHaveLength(12);
		expect(secrets()).not.toContain('undefined');
		expect(JSON.stringify(cloud.n8n.credentials)).toBe(before);
	});

	test('renews them before they end, and not earlier', async () => {
		await cloud.start(LIST);
		cloud.clock.advance(9 * MINUTE);
		await cloud.start(LIST);
		expect(granted()).toBe(1);
		cloud.clock.advance(2 * MINUTE);
		expect((await cloud.start(LIST)).error).toBeUndefined();
		expect(granted()).toBe(2);
	});

	test('renews keys that are refused early once for all items, in a write as well', async () => {
		await cloud.start(LIST);
		endKeys();
		const run = await cloud.start(LIST, { json: [{}, {}, {}] });
		expect(run.error).toBeUndefined();
		expect(granted()).toBe(2);

		endKeys();
		await cloud.start(stage.write);
		expect(cloud.sent(stage.writes)).toHaveLength(2);
		expect(granted()).toBe(3);
	});

	test('goes on where keys end in the middle of a wait', async () => {
		cloud = await openVendor(vendor, { accounts, speed: 1 });
		assume();
		const run = await cloud.start({
			...stage.long(cloud),
			waitForCompletion: true,
			waitOptions: { pollInterval: 60 },
		});
		expect(told(run.error)).toBe('');
		expect(run.items(K)).toEqual([expect.objectContaining({ completed: true })]);
		// With keys that serve for 10 minutes each.
		expect(granted()).toBeGreaterThanOrEqual(3);
	});

	test('renews them once for all that waits, and no set of them comes out or is stored', async () => {
		cloud = await openVendor(vendor, { accounts, speed: 1 });
		assume();
		const settings = JSON.stringify(cloud.n8n.credentials);
		const waits = { waitForCompletion: true, waitOptions: { pollInterval: 60 } };
		const works = [1, 2, 3].map(() => ({ ...stage.long(cloud), ...waits }));
		const runs = await Promise.all(works.map(async (work) => await cloud.start(work)));
		for (const run of runs) {
			expect(told(run.error)).toBe('');
			expect(run.items(K)).toEqual([expect.objectContaining({ completed: true })]);
		}
		// Half an hour, with keys that serve for 10 minutes each.
		expect(granted()).toBeGreaterThanOrEqual(3);
		expect(granted()).toBeLessThanOrEqual(5);
		const headers = cloud.em.requests.map((request) => request.headers);
		const tokens = new Set(headers.flatMap((one) => TOKENS.map((name) => one[name] ?? '')));
		tokens.delete('');
		expect(tokens.size).toBeGreaterThanOrEqual(3);
		const shown = JSON.stringify(runs);
		for (const token of tokens) expect(shown).not.toContain(token);
		expect(JSON.stringify(cloud.n8n.credentials)).toBe(settings);
	});

	test('does not ask a third time where new keys are refused, too', async () => {
		cloud.em.faults.add({ operation: stage.lists, times: 9, effect: stage.expired });
		const run = await cloud.start(LIST);
		expect(told(run.error)).toMatch(/expired|did not accept/);
		expect(cloud.sent(stage.lists)).toHaveLength(2);
	});

	test.each([
		['that does not exist', () => stage.unknown],
		['that does not trust the key', () => stage.untrusted],
	])('%s is told, in the node and by the test of the credential', async (_, role) => {
		assume(role());
		const text = /(role|agency) (may not be assumed|does not exist)/i;
		const run = await cloud.start(stage.write);
		expect(told(run.error)).toMatch(text);
		expect(cloud.writes().filter(({ operation }) => operation !== stage.grants)).toEqual([]);
		const tested = await cloud.n8n.testCredential(
			credential,
			cloud.n8n.credentials[credential] as never,
		);
		expect(tested).toMatchObject({ status: 'Error', message: expect.stringMatching(text) });
	});

	test('serves the test of the credential and the HTTP Request node', async () => {
		const tested = await cloud.n8n.testCredential(
			credential,
			cloud.n8n.credentials[credential] as never,
		);
		expect(tested.message).toBe('Connection successful!');
		const run = await cloud.n8n.httpRequest(credential, stage.http(cloud));
		expect(run.error).toBeUndefined();
		const { headers } = cloud.sent(stage.lists).at(-1) ?? {};
		expect(TOKENS.some((token) => headers?.[token])).toBe(true);
		expect(granted()).toBe(1);
	});

	test('has limits and locks of its own, which it shares with nobody but itself', () => {
		const { account } = CLOUDS[vendor];
		const owner = (more: IDataObject) => account(data(cloud.em, more), 'cn-north-4');
		const own = owner({ assumeRole: true, ...stage.role });
		expect(own).toBe(owner({ assumeRole: 'true', ...stage.role, roleDuration: 30 }));
		expect(own).not.toBe(owner(stage.none ?? stage.role));
		expect(own).not.toBe(owner({ assumeRole: true, ...stage.unknown }));
	});

	test('no key of it comes out where the service repeats what it was sent', async () => {
		await cloud.start(LIST);
		const { headers } = cloud.sent(stage.lists)[0];
		const token = String(TOKENS.map((one) => headers[one]).find(Boolean));
		expect(token.length).toBeGreaterThan(20);
		const echo = `refused: ${token}`;
		const body = {
			Code: 'NoPermission',
			Message: echo,
			error_code: 'DMS.00400002',
			error_msg: echo,
			Response: { Error: { Code: 'UnauthorizedOperation', Message: echo }, RequestId: 'R' },
		};
		cloud.em.faults.add({ operation: stage.lists, effect: { kind: 'answer', status: 403, body } });
		const run = await cloud.start(LIST);
		expect(told(run.error)).not.toContain(token);
		expect(told(run.error)).toContain('refused: ****');
		expect(JSON.stringify(run.error)).not.toContain(token);
	});
});
