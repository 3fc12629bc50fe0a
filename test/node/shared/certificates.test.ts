/**
 * A host whose certificate n8n cannot validate: nothing goes out, the error says so, nothing is tried
 * again, and the switch of the credential holds for whatever uses the credential.
 */
import tls from 'node:tls';

import type { INodeParameters } from 'n8n-workflow';

import { node } from '../../harness';
import {
	expired,
	notYetValid,
	ofUnknownAuthority,
	selfSigned,
	type ServerIdentity,
} from '../../support/certificates';
import { VENDORS } from '../../support/clouds';
import {
	byId,
	byName,
	NOWHERE,
	openVendor,
	told,
	type Cloud,
	type VendorName,
} from '../../support/stage';
import { openPlainFront, openTlsFront, type TlsFront } from '../../support/tlsFront';

const HOST = '127.0.0.1';
const SWITCH = "turn on 'Ignore SSL Issues (Insecure)' in the credential";

/** Operations of each kind that need nothing which is there before. */
const OPERATIONS: Record<
	VendorName,
	Record<'read' | 'create' | 'delete', [string, INodeParameters]>
> = {
	huawei: {
		read: ['instance/getAll', {}],
		create: ['topic/create', { instanceId: byId(NOWHERE), topicName: 'orders' }],
		delete: ['instance/delete', { instanceId: byId(NOWHERE) }],
	},
	alibaba: {
		read: ['instance/getAll', {}],
		create: [
			'topic/create',
			{ instanceId: byId('alikafka_1'), topicName: 'orders', remark: 'orders' },
		],
		delete: ['topic/delete', { instanceId: byId('alikafka_1'), topic: byName('orders') }],
	},
	tencent: {
		read: ['instance/getAll', {}],
		create: ['topic/create', { instanceId: byId('ckafka-1'), topicName: 'orders' }],
		delete: ['topic/delete', { instanceId: byId('ckafka-1'), topic: byName('orders') }],
	},
};

/** A cloud behind this certificate, and what arrives there. */
async function openBehind(
	vendor: VendorName,
	open: (target: string) => Promise<TlsFront>,
	more: Record<string, unknown> = {},
): Promise<{ cloud: Cloud; front: TlsFront }> {
	const cloud = await openVendor(vendor);
	const front = await open(cloud.em[vendor].url);
	const { credential, data } = VENDORS[vendor];
	cloud.n8n.credentials[credential] = data(cloud.em, { endpoint: front.url, ...more } as never);
	return { cloud, front };
}

const behind = (identity: ServerIdentity) => async (target: string) =>
	await openTlsFront(target, identity);

/** The first poll of a trigger. */
async function poll({ n8n }: Cloud, vendor: VendorName) {
	const { credential, type } = VENDORS[vendor];
	const settings = { credentials: [credential] };
	const trigger = node('Watch', `${type}Trigger`, { events: ['instanceAppeared'] }, settings);
	return await n8n.poll(n8n.makeWorkflow({ name: 'test', nodes: [trigger] }), 'Watch');
}

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];

describe.each(vendors)('%s, behind a self-signed certificate', (vendor) => {
	test.each(['read', 'create', 'delete'] as const)(
		'a %s is told as that after one connection, and nothing is in doubt',
		async (kind) => {
			const { cloud, front } = await openBehind(vendor, behind(selfSigned(HOST)));
			const { told: error } = await cloud.run(...OPERATIONS[vendor][kind]);
			expect(error).toContain(
				`${new URL(front.url).host} has a certificate that is not trusted: it is self-signed`,
			);
			expect(error).toContain('Nothing was sent.');
			expect(error).toContain('NODE_EXTRA_CA_CERTS');
			expect(error).toContain(SWITCH);
			expect(error).toContain('Network code: DEPTH_ZERO_SELF_SIGNED_CERT.');
			expect(error).not.toMatch(/not known|console|try again/i);
			expect(front).toMatchObject({ connections: 1, received: 0 });
			expect(cloud.lines()).toEqual([]);
		},
	);

	test('the switch of the credential lets node, list, test, and trigger through', async () => {
		const { cloud, front } = await openBehind(vendor, behind(selfSigned(HOST)), {
			allowUnauthorizedCerts: true,
		});
		const { n8n } = cloud;
		const { credential } = VENDORS[vendor];
		expect(await cloud.items('instance/getAll')).toEqual([]);
		expect(await cloud.lookUp('listSearch', 'searchInstances', {})).toEqual({ results: [] });
		expect(await n8n.testCredential(credential, n8n.credentials[credential])).toMatchObject({
			status: 'OK',
		});
		expect(await poll(cloud, vendor)).toBeNull();
		expect(cloud.lines()).toHaveLength(4);
		expect(front.received).toBeGreaterThan(0);
	});

	test('without it, list, test, and trigger end after one connection each', async () => {
		const { cloud, front } = await openBehind(vendor, behind(selfSigned(HOST)));
		const { n8n } = cloud;
		const { credential } = VENDORS[vendor];
		const list = cloud.lookUp('listSearch', 'searchInstances', {});
		expect(told(await list.catch((error: unknown) => error))).toContain(SWITCH);
		expect(front.connections).toBe(1);
		expect(await n8n.testCredential(credential, n8n.credentials[credential])).toMatchObject({
			status: 'Error',
			message: 'DEPTH_ZERO_SELF_SIGNED_CERT',
		});
		expect(front.connections).toBe(2);
		const polled = poll(cloud, vendor);
		expect(told(await polled.catch((error: unknown) => error))).toContain(SWITCH);
		expect(front).toMatchObject({ connections: 3, received: 0 });
	});
});

test.each([
	[
		'expired',
		expired(HOST),
		'has a certificate that has expired',
		'Check the clock of the n8n server',
	],
	['early', notYetValid(HOST), 'has a certificate that is not valid yet', 'Check the clock'],
	['for another host', selfSigned('dms.example.com'), 'not trusted', 'NODE_EXTRA_CA_CERTS'],
	['of an unknown authority', ofUnknownAuthority(HOST), 'is missing', 'NODE_EXTRA_CA_CERTS'],
])('a certificate that is %s', async (_, identity, problem, advice) => {
	const { cloud, front } = await openBehind('huawei', behind(identity));
	const { told: error } = await cloud.run(...OPERATIONS.huawei.create);
	expect(error).toContain(problem);
	expect(error).toContain(advice);
	expect(front).toMatchObject({ connections: 1, received: 0 });
});

test('a trusted certificate that is for another host', async () => {
	const identity = selfSigned('dms.example.com');
	const create = tls.createSecureContext;
	const trusting = jest
		.spyOn(tls, 'createSecureContext')
		.mockImplementation((options) => create({ ca: identity.cert, ...options }));
	try {
		const { cloud, front } = await openBehind('huawei', behind(identity));
		const { told: error } = await cloud.run(...OPERATIONS.huawei.create);
		expect(error).toContain(`${new URL(front.url).host} has a certificate for another host`);
		expect(error).toContain("in the credential's 'Endpoint'");
		expect(front).toMatchObject({ connections: 1, received: 0 });
	} finally {
		trusting.mockRestore();
	}
});

describe('a handshake that breaks off', () => {
	test.each([
		['a host without TLS', openPlainFront, 'it does not speak TLS'],
		[
			'a host with an old version',
			async (target: string) =>
				await openTlsFront(target, selfSigned(HOST), {
					minVersion: 'TLSv1',
					maxVersion: 'TLSv1.1',
					ciphers: 'DEFAULT@SECLEVEL=0',
				}),
			'its TLS version or ciphers do not match those of n8n',
		],
	])('%s: one connection, nothing in doubt', async (_, open, reason) => {
		const { cloud, front } = await openBehind('tencent', open);
		const { told: error } = await cloud.run(...OPERATIONS.tencent.create);
		expect(error).toContain(`${new URL(front.url).host} did not set up a secure connection`);
		expect(error).toContain(reason);
		expect(error).toContain('Nothing was processed.');
		expect(error).not.toMatch(/not known|console/i);
		expect(front.connections).toBe(1);
		expect(cloud.lines()).toEqual([]);
	});

	test('a host that wants a certificate of the client', async () => {
		const { cloud } = await openBehind(
			'alibaba',
			async (target) =>
				await openTlsFront(target, selfSigned(HOST), {
					requestCert: true,
					rejectUnauthorized: true,
					minVersion: 'TLSv1.3',
				}),
			{ allowUnauthorizedCerts: true },
		);
		const { told: error } = await cloud.run(...OPERATIONS.alibaba.create);
		expect(error).toContain('it asks for a client certificate');
		expect(cloud.lines()).toEqual([]);
	});
});

describe('IAM behind a self-signed certificate', () => {
	const openIam = async (allowUnauthorizedCerts: boolean) => {
		const cloud = await openVendor('huawei');
		const front = await openTlsFront(cloud.em.huawei.iamUrl, selfSigned(HOST));
		const { credential, data } = VENDORS.huawei;
		cloud.n8n.credentials[credential] = data(cloud.em, {
			projectId: '',
			iamEndpoint: front.url,
			allowUnauthorizedCerts,
		});
		return { cloud, front };
	};

	test('is told as that, and not tried again', async () => {
		const { cloud, front } = await openIam(false);
		const { told: error } = await cloud.run(...OPERATIONS.huawei.create);
		expect(error).toContain('Huawei Cloud IAM has a certificate that is not trusted');
		expect(error).toContain(SWITCH);
		expect(front).toMatchObject({ connections: 1, received: 0 });
		expect(cloud.lines()).toEqual([]);
	});

	test('is reached with the switch', async () => {
		const { cloud, front } = await openIam(true);
		expect(await cloud.items('instance/getAll')).toEqual([]);
		expect(front.connections).toBe(1);
	});
});
