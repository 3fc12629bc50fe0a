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
