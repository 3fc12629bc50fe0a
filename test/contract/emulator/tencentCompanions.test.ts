/** The services beside Kafka: one listener, a signature scope and facts of each, lists that can be paged and filtered. */
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';

import { EXAMPLE, exampleAccounts, startEmulator, type Emulator } from '../../../emulator';
import { loadCompanions } from '../../../emulator/core/facts';
import { closed, UNCHECKED_SCHEMAS, validateRequest } from '../../../emulator/core/validation';
import { callTencent, type TencentCall } from './client';

const ajv = new Ajv2020({ ...UNCHECKED_SCHEMAS, strict: false, allErrors: true });
addFormats(ajv);
const facts = loadCompanions('tencent');
const [role] = exampleAccounts().tencent.roles ?? [];

let emulator: Emulator;
beforeEach(async () => {
	const accounts = exampleAccounts();
	accounts.tencent.roles = [{ ...role, trusts: [...role.trusts, 'OIDC'] }];
	accounts.tencent.identities = [{ provider: 'OIDC', token: 'oidc-token' }];
	accounts.tencent.keys.push({
		secretId: 'AKIDnetworkless',
		secretKey: 'k',
		denied: ['vpc:*', 'tag:DescribeTagKeys'],
	});
	emulator = await startEmulator({ speed: 0, accounts });
	emulator.tencent.state.seed({
		name: 'orders',
		tags: [{ TagKey: 'environment', TagValue: 'staging' }],
	});
});
afterEach(() => emulator.close());

/** Calls an operation with the service and version that its facts say; what came is checked against them. */
async function ask(action: string, body: object = {}, over: Partial<TencentCall> = {}) {
	const known = facts.find(({ operation }) => operation === action);
	if (!known) throw new Error(`no facts for ${action}`);
	const { service, version } = known.request;
	const call = { action, body, service: service as string, version: version as string, ...over };
	const { Response } = (await callTencent(emulator, call)).body;
	if (!Response.Error) {
		const validate = ajv.compile(closed(known.response.schema ?? {}));
		expect([validate(Response), validate.errors]).toEqual([true, null]);
	}
	return Response;
}

const BODIES: Record<string, object> = {
	AssumeRole: { RoleArn: EXAMPLE.tencent.role, RoleSessionName: 'n8n' },
	DescribeBaseMetrics: { Namespace: 'QCE/CKAFKA' },
	GetMonitorData: {
		Namespace: 'QCE/CKAFKA',
		MetricName: 'InstanceProCount',
		Instances: [{ Dimensions: [{ Name: 'instanceId', Value: 'ckafka-1' }] }],
	},
	DescribeTagValues: { TagKeys: ['environment'] },
};
const signed = facts.filter(({ operation }) => operation !== 'AssumeRoleWithWebIdentity');

test.each(facts.flatMap((one) => one.examples.map((example) => ({ one, example }))))(
	'the example of $one.operation is a valid request',
	({ one, example }) => {
		expect(validateRequest(one, { body: example.request.body })).toEqual([]);
	},
);

test.each(signed.map(({ operation }) => operation))(
	'%s is answered as its facts say, and to a signature of its own service only',
	async (operation) => {
		const answer = await ask(operation, BODIES[operation]);
		expect(answer.Error).toBeUndefined();
		const refused = await ask(operation, BODIES[operation], { service: 'ckafka' });
		expect(refused.Error.Code).toBe('AuthFailure.InvalidAuthorization');
		const old = await ask(operation, BODIES[operation], { version: '2000-01-01' });
		expect(old.Error.Code).toMatch(/NoSuchVersion|InvalidAuthorization/);
	},
);

test('VPC is paged by numbers as text, and filtered by what narrows a choice down', async () => {
	const names = ({ VpcSet }: { VpcSet: Array<{ VpcName: string }> }) =>
		VpcSet.map(({ VpcName }) => VpcName);
	expect(names(await ask('DescribeVpcs'))).toEqual(['orders-vpc', 'shared', 'shared']);
	const page = await ask('DescribeVpcs', { Offset: '2', Limit: '1' });
	expect([page.TotalCount, names(page)]).toEqual([3, ['shared']]);
	expect((await ask('DescribeVpcs', { Offset: 2 })).Error.Code).toBe('InvalidParameter');
	const Filters = [
		{ Name: 'vpc-id', Values: ['vpc-emulator1'] },
		{ Name: 'zone', Values: ['ap-guangzhou-1'] },
	];
	const { SubnetSet } = await ask('DescribeSubnets', { Filters });
	expect(SubnetSet).toMatchObject([
		// The instance has two routes there, one of which is in a network of the vendor.
		{ SubnetId: 'subnet-emulator', AvailableIpAddressCount: 249 },
		{ SubnetId: 'subnet-narrow01', AvailableIpAddressCount: 1 },
	]);
	const both = await ask('DescribeSubnets', { Filters, SubnetIds: ['subnet-emulator'] });
	expect(both.Error.Code).toBe('InvalidParameter.Coexist');
});

test('each region has networks of its own', async () => {
	const here = await ask('DescribeVpcs');
	const there = await ask('DescribeVpcs', {}, { region: 'ap-shanghai' });
	const ids = [...here.VpcSet, ...there.VpcSet].map(({ VpcId }) => VpcId);
	expect(new Set(ids).size).toBe(6);
});

test('tag keys are those of the account and those in use', async () => {
	expect((await ask('DescribeTagKeys')).Tags).toEqual(['environment', 'owner']);
	const { Tags } = await ask('DescribeTagValues', { TagKeys: ['environment'] });
	expect(Tags.map(({ TagValue }: { TagValue: string }) => TagValue)).toEqual([
		'production',
		'test',
		'staging',
	]);
});

test('a key whose policies deny an operation is told which', async () => {
	const key = { secretId: 'AKIDnetworkless', secretKey: 'k' };
	expect((await ask('DescribeVpcs', {}, { key })).Error).toEqual({
		Code: 'UnauthorizedOperation',
		Message: expect.stringContaining('(vpc:DescribeVpcs)'),
	});
	expect((await ask('DescribeTagValues', BODIES.DescribeTagValues, { key })).Error).toBeUndefined();
});

test('a role is granted for a token of a provider that it trusts, and nothing signs the request', async () => {
	const body = {
		ProviderId: 'OIDC',
		WebIdentityToken: 'oidc-token',
		RoleArn: EXAMPLE.tencent.role,
		RoleSessionName: 'n8n',
	};
	const plain = async (Authorization: string, sent: object) => {
		const response = await fetch(`${emulator.tencent.url}/`, {
			method: 'POST',
			headers: {
				Authorization,
				'Content-Type': 'application/json',
				'X-TC-Action': 'AssumeRoleWithWebIdentity',
				'X-TC-Version': '2018-08-13',
				'X-TC-Region': 'ap-guangzhou',
			},
			body: JSON.stringify(sent),
		});
		const parsed = (await response.json()) as { Response: Record<string, never> };
		return parsed.Response;
	};
	expect(await plain('SKIP', body)).toMatchObject({
		Credentials: { TmpSecretId: expect.stringMatching(/^AKID/) },
	});
	expect(await plain('SKIP', { ...body, WebIdentityToken: 'x' })).toHaveProperty('Error.Code');
	expect(await plain('', body)).toMatchObject({
		Error: { Code: 'AuthFailure.InvalidAuthorization' },
	});
});
