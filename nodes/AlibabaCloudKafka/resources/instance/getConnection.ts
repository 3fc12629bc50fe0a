import type { IDataObject } from 'n8n-workflow';

import { kafkaAccess } from '../../../shared/contract/kafkaAccess';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { settingsIn, versionOf } from '../../api/records';
import { readOperation } from '../../api/requests';
import { seriesOf, type Series } from '../../api/series';
import { instanceStatus } from '../../api/status';
import { instanceInList } from '../../fields';
import { onlyInstance } from './existing';

/** "b1:9092, b2:9092" -> ["b1:9092", "b2:9092"] */
const addresses = (value: unknown): string[] =>
	String(value ?? '')
		.split(',')
		.map((address) => address.trim())
		.filter((address) => address !== '');

const encryptsInVpc = ({ AllConfig }: IDataObject): boolean =>
	String(settingsIn(AllConfig)['enable.vpc_sasl_ssl']) === 'true';

/** What the service's ports stand for: 9094 and 9095 exist side by side (terraform-provider-alicloud #7046). */
const PORTS: Readonly<Record<string, string>> = {
	'9092': 'PLAINTEXT',
	'9093': 'SASL_SSL',
	'9094': 'SASL_PLAINTEXT',
	'9095': 'SASL_SSL',
};

const portOf = (brokers: string[]) => brokers[0].split(':').at(-1) ?? '';

/** A way in, by the fields that may hold its addresses: by name, which stays, then by IP. */
interface WayIn {
	network: 'vpc' | 'internet';
	fields: readonly string[];
	/** Where the port is none that is known. */
	otherwise: string;
}

const waysIn = (record: IDataObject): WayIn[] => [
	{ network: 'vpc', fields: ['DomainEndpoint', 'EndPoint'], otherwise: 'PLAINTEXT' },
	{
		network: 'vpc',
		fields: ['SaslDomainEndpoint', 'SaslEndPoint'],
		otherwise: encryptsInVpc(record) ? 'SASL_SSL' : 'SASL_PLAINTEXT',
	},
	{
		network: 'vpc',
		fields: ['VpcSaslDomainEndpoint', 'VpcSaslEndPoint'],
		otherwise: 'SASL_SSL',
	},
	{ network: 'internet', fields: ['SslDomainEndpoint', 'SslEndPoint'], otherwise: 'SASL_SSL' },
];

/**
 * How SASL users may authenticate, each only in the way that it was created for. Reserved instances know
 * SCRAM-SHA-256 (page "Endpoints and protocols"), serverless ones both, SCRAM-SHA-512 by default (ROS,
 * ALIYUN::KAFKA::SaslUser). Users of Confluent are LDAP entries, of which no page says more.
 */
const MECHANISMS: Readonly<Record<Series, readonly string[]>> = {
	reserved: ['PLAIN', 'SCRAM-SHA-256'],
	serverless: ['PLAIN', 'SCRAM-SHA-512', 'SCRAM-SHA-256'],
	confluent: [],
};

function security(record: IDataObject, protocol: string): IDataObject {
	const series = seriesOf(record);
	return protocol.startsWith('SASL')
		? { saslMechanisms: series ? [...MECHANISMS[series]] : [] }
		: {};
}

/** The ways in that are open, each with its addresses. */
function accessModes(record: IDataObject): IDataObject[] {
	return waysIn(record).flatMap(({ network, fields, otherwise }) => {
		const brokers = fields
			.map((field) => addresses(record[field]))
			.find((found) => found.length > 0);
		if (!brokers) return [];
		const protocol = PORTS[portOf(brokers)] ?? otherwise;
		return [{ network, ...kafkaAccess(protocol, brokers), ...security(record, protocol) }];
	});
}

/** What a Kafka client needs, put together from an instance of the list. */
export function connectionOf(record: IDataObject): IDataObject {
	const modes = accessModes(record);
	const protocol = String(modes[0]?.securityProtocol ?? 'PLAINTEXT');
	const brokers = (modes[0]?.brokers ?? []) as string[];
	return {
		InstanceId: record.InstanceId,
		Name: record.Name,
		status: instanceStatus(record).status,
		...kafkaAccess(protocol, brokers),
		...security(record, protocol),
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
