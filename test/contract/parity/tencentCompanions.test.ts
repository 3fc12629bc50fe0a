/** The services beside Kafka: what the nodes send, and what the official SDK sends, to the same emulated cloud. */
import type { INodeListSearchResult } from 'n8n-workflow';

import { byId, openVendor, type Cloud } from '../../support/stage';
import { companionClients } from '../../support/sdks/tencent';

let cloud: Cloud;
beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
});
beforeEach(() => cloud.forget());

const search = async (method: string, parameters: object) =>
	await cloud.lookUp<INodeListSearchResult>('listSearch', method, parameters as never);
const creating = { resource: 'instance', operation: 'create' };

const CALLS: Array<[service: string, action: string, ours: () => Promise<unknown>]> = [
	['vpc', 'DescribeVpcs', async () => await search('searchVpcs', creating)],
	[
		'vpc',
		'DescribeSubnets',
		async () => await search('searchSubnets', { ...creating, vpcId: byId('vpc-emulator1') }),
	],
	[
		'vpc',
		'DescribeSecurityGroups',
		async () =>
			await cloud.lookUp('loadOptions', 'getSecurityGroups', {
				resource: 'route',
				operation: 'create',
			}),
	],
	['ssl', 'DescribeCertificates', async () => await search('searchCertificates', creating)],
	[
		'cdc',
		'DescribeDedicatedClusters',
		async () =>
			await search('searchDedicatedClusters', { resource: 'lookup', operation: 'getZones' }),
	],
	[
		'tag',
		'DescribeTagKeys',
		async () => await search('searchTagKeys', { resource: 'tag', operation: 'add' }),
	],
	[
		'cls',
		'DescribeTopics',
		async () => await search('searchLogTopics', { resource: 'logShipping', operation: 'get' }),
	],
	['sts', 'GetCallerIdentity', async () => await cloud.items('account/getIdentity')],
];

/** What of a request the cloud reads: operation, version, region, parameters, and for whom it is signed. */
function wireOf(action: string) {
	const { headers, body } = cloud.sent(action)[0];
	const named = ['x-tc-action', 'x-tc-version', 'x-tc-region', 'content-type'];
	return {
		...Object.fromEntries(named.map((name) => [name, headers[name]])),
		scope: /Credential=[^/]+\/([^,]+),/.exec(String(headers.authorization))?.[1],
		body: JSON.parse(String(body)) as unknown,
	};
}

test.each(CALLS)('%s %s', async (service, action, ours) => {
	await ours();
	const sent = wireOf(action);
	cloud.forget();
	const client = companionClients(cloud.em)[service];
	// The emulator checks both signatures over the bytes that it got: a refusal would be thrown here.
	await client[action](sent.body as object);
	expect(wireOf(action)).toEqual(sent);
	expect(sent.scope).toContain(`/${service}/tc3_request`);
});

test('STS grants the SDK the role that it grants the credential', async () => {
	const answer = (await companionClients(cloud.em).sts.AssumeRole({
		RoleArn: cloud.em.credentials.tencent.role,
		RoleSessionName: 'n8n',
		DurationSeconds: 3600,
	})) as { Credentials: object };
	expect(Object.keys(answer.Credentials).sort()).toEqual(['TmpSecretId', 'TmpSecretKey', 'Token']);
});
