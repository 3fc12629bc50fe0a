import { alibaba } from '../../../../nodes/AlibabaCloudKafka/vendor';

describe('a request to AliKafka', () => {
	const base = { api: 'CreateSaslUser', effect: 'write', method: 'POST', path: '/' } as const;

	test('has its parameters in the query, and its secrets in a form', () => {
		const sent = alibaba.envelope?.(
			{ ...base, query: { CurrentPage: '1' }, body: { Username: 'u', Password: 'p' } },
			'cn-hangzhou',
		);
		expect(sent).toEqual({
			...base,
			query: {
				Action: 'CreateSaslUser',
				Version: '2019-09-16',
				RegionId: 'cn-hangzhou',
				CurrentPage: '1',
				Username: 'u',
			},
			body: { Password: 'p' },
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
		const open = alibaba.envelope?.({ ...base, body: { Username: 'u' } }, 'cn-hangzhou');
		expect(open).toMatchObject({ body: undefined, headers: {} });
	});

	test.each([
		['StartInstance', 2],
		['UpgradeInstanceVersion', 2],
		['CreateTopic', 20],
		['CreateAcl', 10],
	])('for %s stays a little below the %d a second that the service takes', (api, most) => {
		expect(alibaba.pace(api).perSecond).toBeLessThan(most);
		expect(alibaba.pace(api).perSecond).toBeGreaterThan(0.9 * most);
	});

	test.each(['GetInstanceList', 'constructor'])('for %s goes out 20 times a second', (api) => {
		expect(alibaba.pace(api).perSecond).toBe(20);
	});
});

describe('the account', () => {
	const key = { accessKeyId: 'LTAI', region: 'cn-hangzhou' };
	const inStack = { ...key, endpoint: 'https://stack.example.com' };

	test('is the key, whatever a private cloud would want besides', () => {
		const filled = { ...key, organizationId: '1', resourceGroupId: '2' };
		expect(alibaba.account(filled, 'cn-hangzhou')).toBe(alibaba.account(key, 'cn-hangzhou'));
	});

	test('is another one for each organization and resource group of a private cloud', () => {
		const accounts = [
			{},
			{ organizationId: '1' },
			{ resourceGroupId: '1' },
			{ organizationId: '2' },
		];
		const all = accounts.map((more) => alibaba.account({ ...inStack, ...more }, 'cn-hangzhou'));
		expect(new Set(all).size).toBe(accounts.length);
	});
});

describe('a request to another service', () => {
	const read = { effect: 'read', method: 'POST', path: '/' } as const;

	test.each([
		['DescribeVpcs', { Version: '2016-04-28', RegionId: 'cn-beijing' }],
		['DescribeSecurityGroups', { Version: '2014-05-26', RegionId: 'cn-beijing' }],
		['ListKeys', { Version: '2016-01-20' }],
		['ListResourceGroups', { Version: '2020-03-31' }],
		['GetCallerIdentity', { Version: '2015-04-01' }],
	])('%s names its own version, and the region where it takes one', (api, named) => {
		const { query } = alibaba.envelope?.({ ...read, api }, 'cn-beijing') ?? {};
		expect(query).toEqual({ Action: api, ...named });
	});

	test('that is not allowed says which action to grant, and no policy of Kafka', () => {
		const denied = {
			status: 403,
			headers: {},
			body: { Code: 'Forbidden.RAM', AccessDeniedDetail: { AuthAction: 'vpc:DescribeVpcs' } },
			receivedAt: 0,
		};
		expect(() => alibaba.decode(denied)).toThrow(
			expect.objectContaining({
				details: expect.objectContaining({
					advice: 'Grant the RAM user the action vpc:DescribeVpcs.',
				}),
			}),
		);
	});
});
