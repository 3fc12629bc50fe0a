import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { settingsIn, versionOf } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instanceStatus } from '../../api/status';
import { instanceInList } from '../../fields';
import { onlyInstance } from './existing';

/** "b1:9092, b2:9092" -> ["b1:9092", "b2:9092"] */
const addresses = (value: unknown): string[] =>
	String(value ?? '')
		.split(',')
		.map((address) => address.trim())
		.filter((address) => address !== '');

/** The first of several fields that holds addresses: by name, which stays, then by IP. */
const firstOf = (record: IDataObject, ...fields: string[]): string[] =>
	fields.map((field) => addresses(record[field])).find((found) => found.length > 0) ?? [];

const encryptsInVpc = ({ AllConfig }: IDataObject): boolean =>
	String(settingsIn(AllConfig)['enable.vpc_sasl_ssl']) === 'true';

/** The ways in: port 9092 and 9094 in the VPC, 9093 on the internet. */
function accessModes(record: IDataObject): IDataObject[] {
	const inVpc = encryptsInVpc(record) ? 'SASL_SSL' : 'SASL_PLAINTEXT';
	return [
		['vpc', 'PLAINTEXT', firstOf(record, 'DomainEndpoint', 'EndPoint')],
		[
			'vpc',
			inVpc,
			firstOf(
				record,
				'SaslDomainEndpoint',
				'SaslEndPoint',
				'VpcSaslDomainEndpoint',
				'VpcSaslEndPoint',
			),
		],
		['internet', 'SASL_SSL', firstOf(record, 'SslDomainEndpoint', 'SslEndPoint')],
	]
		.filter(([, , brokers]) => brokers.length > 0)
		.map(([network, securityProtocol, brokers]) => ({ network, securityProtocol, brokers }));
}

/** What a Kafka client needs, put together from an instance of the list. */
function connectionOf(record: IDataObject): IDataObject {
	const modes = accessModes(record);
	const protocol = String(modes[0]?.securityProtocol ?? 'PLAINTEXT');
	const brokers = (modes[0]?.brokers ?? []) as string[];
	return {
		InstanceId: record.InstanceId,
		Name: record.Name,
		status: instanceStatus(record).status,
		brokers,
		bootstrapServers: brokers.join(','),
		securityProtocol: protocol,
		ssl: protocol.endsWith('SSL'),
		authentication: protocol.startsWith('SASL'),
		accessModes: modes,
		publicAccess: modes.some(({ network }) => network === 'internet'),
		kafkaVersion: versionOf(record),
	};
}

/**
 * What a Kafka client needs to connect, from the list (AliKafka API Reference, GetInstanceList): the
 * fields of n8n's own Kafka credential, and every way in that is open.
 */
export const getConnection: Operation = {
	value: 'getConnection',
	name: 'Get Connection Settings',
	action: 'Get connection settings',
	description: 'Get the broker addresses and security settings that Kafka clients need',
	...readOperation('GetInstanceList'),
	fields: [instanceInList()],
	outcome: (answer, request) => singleItem(connectionOf(onlyInstance(answer, request))),
};
