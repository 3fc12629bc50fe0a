/** n8n's domain restriction of a credential holds for lists, triggers, and IAM as it does for nodes. */
import { alibaba } from '../../../nodes/AlibabaCloudKafka/vendor';
import { connect } from '../../../nodes/shared/request/connection';
import { exchange } from '../../../nodes/shared/request/transport';
import { node } from '../../harness';
import { VENDORS } from '../../support/clouds';
import { someNode } from '../../support/someNode';
import { openVendor, told, type Cloud, type VendorName } from '../../support/stage';
import { VirtualClock } from '../../support/virtualClock';

const EXAMPLE_HOST = 'vpc.example.com';

/** A credential of Alibaba Cloud that is complete. */
const credential = { accessKeyId: 'id', accessKeySecret: 'secret', region: 'cn-hangzhou' };

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];

/** Another region of each, and a host of its own for each region that leads to the emulator. */
const OTHER: Record<VendorName, string> = {
	huawei: 'ap-southeast-1',
	alibaba: 'cn-beijing',
	tencent: 'ap-beijing',
};

async function openRestricted(vendor: VendorName, restriction: object): Promise<Cloud> {
	const cloud = await openVendor(vendor);
	const { credential, data } = VENDORS[vendor];
	const { port } = new URL(cloud.em[vendor].url);
	const endpoint = `http://{region}.localhost:${port}`;
	cloud.n8n.credentials[credential] = data(cloud.em, { endpoint, ...restriction } as never);
	return cloud;
}

const errorOf = async (running: Promise<unknown>) =>
	told(await running.then(() => undefined).catch((error: unknown) => error));

async function poll({ n8n }: Cloud, vendor: VendorName, region: string) {
	const { credential, type } = VENDORS[vendor];
	const trigger = node(
		'Watch',
		`${type}Trigger`,
		{ events: ['instanceAppeared'], options: { region } },
		{ credentials: [credential] },
	);
	return await n8n.poll(n8n.makeWorkflow({ name: 'test', nodes: [trigger] }), 'Watch');
}

describe.each(vendors)('%s', (vendor) => {
	const region = OTHER[vendor];
	const options = { region };
	const host = `${region}.localhost`;

	test.each([
		['no domain', { allowedHttpRequestDomains: 'none' }],
		['other domains', { allowedHttpRequestDomains: 'domains', allowedDomains: 'x.com, 127.0.0.1' }],
	])('with %s, n8n lets the endpoint pass in node, list, and trigger', async (_, restriction) => {
		const cloud = await openRestricted(vendor, restriction);
		const errors = [
			(await cloud.run('instance/getAll', { options })).told,
			await errorOf(cloud.lookUp('listSearch', 'searchInstances', { options })),
			await errorOf(poll(cloud, vendor, region)),
		];
		for (const error of errors) expect(error).toContain(`${host}:`);
	});
});

test.each([
	['in the list', `x.com, ${EXAMPLE_HOST}`, undefined],
	[
		'not in the list',
		'x.com',
		{
			kind: 'notSent',
			message: `The credential does not allow requests to ${EXAMPLE_HOST}`,
			details: { advice: expect.stringContaining(`Add ${EXAMPLE_HOST} to 'Allowed Domains'`) },
		},
	],
])('another host than the endpoint that is %s', async (_, allowedDomains, refusal) => {
	const sent: unknown[] = [];
	const context = {
		getNode: () => someNode,
		getCredentials: async () => ({
			...credential,
			allowedHttpRequestDomains: 'domains',
			allowedDomains,
		}),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: unknown) => {
				sent.push(options);
				return { statusCode: 200, headers: {}, body: {} };
			},
		},
	};
	const connection = await connect(context as never, alibaba, new VirtualClock());
	const options = { ...connection.options, baseURL: `https://${EXAMPLE_HOST}`, url: '/' };
	const failure = await exchange(connection, options, 'read').then(
		() => undefined,
		(error: unknown) => error,
	);
	if (refusal) expect(failure).toMatchObject(refusal);
	else expect(failure).toBeUndefined();
	expect(sent).toHaveLength(refusal ? 0 : 1);
});

describe('IAM of Huawei Cloud', () => {
	const run = async (allowedDomains: string) => {
		const cloud = await openVendor('huawei');
		const { credential, data } = VENDORS.huawei;
		cloud.n8n.credentials[credential] = data(cloud.em, {
			projectId: '',
			iamEndpoint: cloud.em.huawei.iamUrl.replace('127.0.0.1', 'localhost'),
			allowedHttpRequestDomains: 'domains',
			allowedDomains,
		});
		return { cloud, error: (await cloud.run('instance/getAll')).told };
	};

	test('is not asked if it is not in the list', async () => {
		const { cloud, error } = await run('127.0.0.1');
		expect(error).toContain('The credential does not allow requests to localhost.');
		expect(error).toContain("Add localhost to 'Allowed Domains' in the credential");
		expect(cloud.lines()).toEqual([]);
	});
});
