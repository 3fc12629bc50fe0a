import { connectionOf } from '../../../../../../nodes/HuaweiCloudKafka/resources/instance/getConnection';

describe('the connection settings of a Huawei Cloud instance', () => {
	const base = {
		instance_id: 'i',
		name: 'n',
		status: 'RUNNING',
		engine_version: '2.7',
		connect_address: '10.0.0.1, 10.0.0.2',
		port: 9092,
	};
	test('in plaintext come from its addresses and port', () => {
		expect(connectionOf(base)).toMatchObject({
			brokers: ['10.0.0.1:9092', '10.0.0.2:9092'],
			bootstrapServers: '10.0.0.1:9092,10.0.0.2:9092',
			securityProtocol: 'PLAINTEXT',
			ssl: false,
			authentication: false,
			publicAccess: false,
			kafkaVersion: '2.7',
		});
		expect(connectionOf(base)).not.toHaveProperty('username');
	});
	test('are those of its open access modes first', () => {
		const port_protocols = {
			private_sasl_ssl_enable: true,
			private_sasl_ssl_address: '10.0.0.1:9093',
			public_sasl_ssl_enable: true,
			public_sasl_ssl_address: '203.0.113.1:9095',
			public_plain_enable: false,
		};
		const record = {
			...base,
			ssl_enable: true,
			access_user: 'admin',
			sasl_enabled_mechanisms: ['PLAIN'],
			port_protocols,
		};
		const settings = connectionOf(record);
		expect(settings).toMatchObject({
			brokers: ['10.0.0.1:9093'],
			securityProtocol: 'SASL_SSL',
			ssl: true,
			authentication: true,
			saslMechanisms: ['PLAIN'],
			username: 'admin',
		});
		const sasl = { ssl: true, authentication: true, saslMechanisms: ['PLAIN'], username: 'admin' };
		expect(settings.accessModes).toEqual([
			expect.objectContaining({ network: 'private', bootstrapServers: '10.0.0.1:9093', ...sasl }),
			expect.objectContaining({ network: 'public', bootstrapServers: '203.0.113.1:9095', ...sasl }),
		]);
	});
	test('can be SASL without SSL', () => {
		expect(
			connectionOf({ ...base, ssl_enable: true, kafka_security_protocol: 'SASL_PLAINTEXT' }),
		).toMatchObject({
			securityProtocol: 'SASL_PLAINTEXT',
			ssl: false,
			authentication: true,
		});
	});
	// User Guide of DMS for Kafka: an old instance that shows no mechanism has PLAIN.
	test.each([[undefined], [null], [[]]])('have PLAIN where the mechanisms are %j', (named) => {
		const record = { ...base, ssl_enable: true, sasl_enabled_mechanisms: named };
		expect(connectionOf(record as never).saslMechanisms).toEqual(['PLAIN']);
	});
	test('say where TLS asks for a certificate of the client', () => {
		const mutualTls = (ssl_two_way_enable?: boolean, ssl_enable = true) =>
			connectionOf({ ...base, ssl_enable, ssl_two_way_enable } as never).mutualTls;
		expect([mutualTls(true), mutualTls(false), mutualTls()]).toEqual([true, false, false]);
		expect(mutualTls(true, false)).toBeUndefined();
	});
	test('of an old instance without access modes are those of both networks', () => {
		const old = { ...base, port: 9093, ssl_enable: true, enable_publicip: true };
		const at = (public_connect_address: string) =>
			(connectionOf({ ...old, public_connect_address }).accessModes as object[]).map((mode) =>
				Object.values(mode).slice(0, 3),
			);
		const inner = '10.0.0.1:9093,10.0.0.2:9093';
		expect(at('203.0.113.1:9095,203.0.113.2:9095')).toEqual([
			['private', inner.split(','), inner],
			['public', ['203.0.113.1:9095', '203.0.113.2:9095'], '203.0.113.1:9095,203.0.113.2:9095'],
		]);
		expect(at('203.0.113.1')[1]).toContain('203.0.113.1:9095');
		const plain = { ...base, public_connect_address: '203.0.113.1' };
		expect(connectionOf(plain).accessModes).toHaveLength(2);
		expect(JSON.stringify(connectionOf(plain).accessModes)).toContain('203.0.113.1:9094');
	});
	test('are empty while it has no addresses yet', () => {
		expect(connectionOf({ instance_id: 'i' })).toMatchObject({ brokers: [], bootstrapServers: '' });
	});
});
