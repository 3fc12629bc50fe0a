import { connectionOf } from '../../../../../../nodes/TencentCloudKafka/resources/instance/getConnection';

describe('the connection settings of a Tencent Cloud instance', () => {
	const vip = { Vip: '10.0.0.1', Vport: '9092' };
	test('are those of plaintext access within the VPC', () => {
		const routes = [{ RouteId: 1, VipType: 3, AccessType: 0, VipList: [vip], Status: 2 }];
		expect(connectionOf('ckafka-1', routes)).toMatchObject({
			bootstrapServers: '10.0.0.1:9092',
			securityProtocol: 'PLAINTEXT',
			ssl: false,
			authentication: false,
			publicAccess: false,
		});
	});
	test('are those of SASL over SSL on the internet, by domain', () => {
		const routes = [
			{ RouteId: 1, VipType: 3, AccessType: 0, VipList: [vip], Status: 1 },
			{ RouteId: 2, VipType: 1, AccessType: 3, Domain: 'k.example.com', DomainPort: 50000 },
		];
		expect(connectionOf('ckafka-1', routes)).toMatchObject({
			brokers: ['k.example.com:50000'],
			securityProtocol: 'SASL_SSL',
			ssl: true,
			authentication: true,
			saslMechanisms: ['PLAIN'],
			usernamePrefix: 'ckafka-1#',
			publicAccess: true,
		});
	});
	test('have the prefix of user names at each route that asks for a user, and nowhere else', () => {
		const routes = [
			{ RouteId: 1, VipType: 3, AccessType: 0, VipList: [vip] },
			{ RouteId: 2, VipType: 3, AccessType: 5, VipList: [{ ...vip, Vport: '6000' }] },
		];
		const settings = connectionOf('ckafka-1', routes);
		expect(settings).not.toHaveProperty('usernamePrefix');
		const [plaintext, scram] = settings.accessModes as object[];
		expect(plaintext).not.toHaveProperty('usernamePrefix');
		expect(scram).toMatchObject({
			bootstrapServers: '10.0.0.1:6000',
			ssl: false,
			authentication: true,
			saslMechanisms: ['SCRAM-SHA-512'],
			usernamePrefix: 'ckafka-1#',
		});
	});
	test('are empty without a usable route', () => {
		expect(connectionOf('ckafka-1', [])).toMatchObject({ brokers: [], accessModes: [] });
	});
});
