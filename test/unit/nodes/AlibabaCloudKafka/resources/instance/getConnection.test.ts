import { connectionOf } from '../../../../../../nodes/AlibabaCloudKafka/resources/instance/getConnection';

describe('the connection settings of an Alibaba Cloud instance', () => {
	const SERIES = { reserved: 1, serverless: 3, confluent: 4, unheardOf: 9 };
	const mechanisms = (PaidType: number) =>
		connectionOf({ PaidType, SaslDomainEndpoint: 'b1:9094' }).saslMechanisms;

	test('have the mechanisms of its series, and none where no page says so', () => {
		expect(mechanisms(SERIES.reserved)).toEqual(['PLAIN', 'SCRAM-SHA-256']);
		expect(mechanisms(SERIES.serverless)).toEqual(['PLAIN', 'SCRAM-SHA-512', 'SCRAM-SHA-256']);
		expect(mechanisms(SERIES.confluent)).toEqual([]);
		expect(mechanisms(SERIES.unheardOf)).toEqual([]);
	});
	test('have none for the way in that nobody authenticates at', () => {
		const settings = connectionOf({
			PaidType: SERIES.reserved,
			DomainEndpoint: 'b1:9092,b2:9092',
			SslDomainEndpoint: 'p1:9093',
		});
		expect(settings).not.toHaveProperty('saslMechanisms');
		expect(settings).toMatchObject({ bootstrapServers: 'b1:9092,b2:9092', ssl: false });
		expect(settings.accessModes).toEqual([
			expect.objectContaining({ bootstrapServers: 'b1:9092,b2:9092', authentication: false }),
			{
				network: 'internet',
				brokers: ['p1:9093'],
				bootstrapServers: 'p1:9093',
				securityProtocol: 'SASL_SSL',
				ssl: true,
				authentication: true,
				saslMechanisms: ['PLAIN', 'SCRAM-SHA-256'],
			},
		]);
	});
});
