import type { ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { ALIBABA, authenticate, httpRequestNode, HUAWEI_PASSWORD, TENCENT } from './support';

const types: Array<[string, ICredentialType, Record<string, string>]> = [
	['managedKafkaHuaweiCloudApi', new ManagedKafkaHuaweiCloudApi(), HUAWEI_PASSWORD],
	['managedKafkaAlibabaCloudApi', new ManagedKafkaAlibabaCloudApi(), ALIBABA],
	['managedKafkaTencentCloudApi', new ManagedKafkaTencentCloudApi(), TENCENT],
];

const ROLES: Record<string, string> = {
	managedKafkaAlibabaCloudApi: 'acs:ram::1234567890123456:role/kafka-operator',
	managedKafkaTencentCloudApi: 'qcs::cam::uin/100000000001:roleName/kafka-operator',
};

const secretNames = /secret(?!Id)|password|token$/i;

describe.each(types)('%s', (name, type, data) => {
	const fields = type.properties.filter((property) => property.type !== 'notice');

	it('is described as n8n asks for', () => {
		expect(type.name).toBe(name);
		expect(type.displayName).toMatch(/^[A-Z]\w+ Cloud Access Key API$/);
		expect(type.documentationUrl).toMatch(
			/^https:\/\/github\.com\/n8n-nodes-managed-kafka\/n8n-nodes-managed-kafka#[a-z-]+-cloud-access-key-api$/,
		);
		expect(type.icon).toEqual({
			light: expect.stringMatching(/^file:\.\.\/icons\/\w+CloudKafka\.svg$/),
			dark: expect.stringMatching(/^file:\.\.\/icons\/\w+CloudKafka\.dark\.svg$/),
		});
	});

	it('masks secrets, and nothing else', () => {
		const masked = (property: INodeProperties) => property.typeOptions?.password === true;
		const expected = fields.filter((property) => secretNames.test(property.name));

		expect(fields.filter(masked)).toEqual(expected);
		expect(expected.length).toBeGreaterThanOrEqual(2);
	});

	it('has the fields that the code reads', () => {
		const read = [...Object.keys(data), 'allowUnauthorizedCerts', 'allowUnencryptedHttp'];
		// An agency has some of its fields twice, for different ways to authenticate.
		const names = new Set(fields.map((property) => property.name));
		expect([...names].sort()).toEqual(read.sort());
	});

	const shown = fields.filter(
		({ type: kind, displayOptions }) =>
			(kind === 'string' || kind === 'options') &&
			(displayOptions?.show?.authentication ?? ['password']).includes('password'),
	);

	it.each(shown.map((field) => [field.name, field.displayName]))(
		'calls %s as the user sees it where its expression gives no text',
		async (field, label) => {
			const others = {
				endpoint: 'https://kafka.example',
				region: 'custom',
				customRegion: 'a-1',
				assumeRole: 'true',
				roleArn: ROLES[name],
				...(field.startsWith('oidc') && {
					assumeRoleWith: 'oidc',
					oidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/login',
					oidcProvider: 'login',
					oidcToken: 'token',
				}),
			};
			for (const nothing of [undefined, null, [], {}]) {
				const given = { ...data, ...others, [field]: nothing } as never;
				const request = httpRequestNode('POST', 'https://kafka.example/', { body: '{}' });
				await expect(authenticate(type, given, request)).rejects.toThrow(`'${label}'`);
			}
		},
	);

	it('offers regions and a custom one', () => {
		const region = type.properties.find((property) => property.name === 'region');
		const options = (region?.options ?? []) as INodePropertyOptions[];

		expect(options.at(-1)?.value).toBe('custom');
		expect(options.map(({ value }) => value)).toContain(region?.default);
	});
});
