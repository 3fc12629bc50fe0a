import type { IDataObject } from 'n8n-workflow';

/**
 * One way to reach the brokers, as Kafka clients and n8n's own Kafka credential want it told: its fields Brokers,
 * SSL, and Authentication are `bootstrapServers`, `ssl`, and `authentication`.
 *
 * @param securityProtocol In Kafka's words: SASL_SSL; any other text turns nothing on
 * @param brokers Addresses with their ports
 */
export const kafkaAccess = (securityProtocol: string, brokers: string[]): IDataObject => ({
	brokers,
	bootstrapServers: brokers.join(','),
	securityProtocol,
	ssl: securityProtocol.endsWith('SSL'),
	authentication: securityProtocol.startsWith('SASL'),
});
