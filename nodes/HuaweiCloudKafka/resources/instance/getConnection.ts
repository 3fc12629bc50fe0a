import type { IDataObject } from 'n8n-workflow';

import { kafkaAccess } from '../../../shared/contract/kafkaAccess';
import type { Operation } from '../../../shared/contract/operation';
import { get, singleItem } from '../../../shared/contract/operation';
import { instance } from '../../fields';

/** "10.0.0.1,10.0.0.2" with a port -> ["10.0.0.1:9092", "10.0.0.2:9092"]; ports that are there stay. */
function addresses(value: unknown, port?: unknown): string[] {
	return String(value ?? '')
		.split(',')
		.map((address) => address.trim())
		.filter((address) => address !== '')
		.map((address) => (address.includes(':') || !port ? address : `${address}:${String(port)}`));
}

/** The ways in, as `port_protocols` lists them: `private_sasl_ssl_enable`, `..._address`. */
const MODES = [
	['private', 'plain', 'PLAINTEXT'],
	['private', 'sasl_ssl', 'SASL_SSL'],
	['private', 'sasl_plaintext', 'SASL_PLAINTEXT'],
	['public', 'plain', 'PLAINTEXT'],
	['public', 'sasl_ssl', 'SASL_SSL'],
	['public', 'sasl_plaintext', 'SASL_PLAINTEXT'],
] as const;

/** What an instance has that is too old to name its mechanisms (User Guide, "Connecting to an Instance with SASL"). */
const OLD_MECHANISMS = ['PLAIN'];

function mechanismsOf({ sasl_enabled_mechanisms: named }: IDataObject): string[] {
	const mechanisms = Array.isArray(named) ? (named as string[]) : [];
	return mechanisms.length > 0 ? mechanisms : OLD_MECHANISMS;
}

/** Who authenticates and how, and whether TLS asks clients for a certificate, too ("two-way authentication"). */
function security(record: IDataObject, protocol: string): IDataObject {
	return {
		...(protocol.startsWith('SASL') && {
			saslMechanisms: mechanismsOf(record),
			username: record.access_user ?? '',
		}),
		...(protocol.endsWith('SSL') && { mutualTls: record.ssl_two_way_enable === true }),
	};
}

function accessModes(record: IDataObject): IDataObject[] {
	const modes = (record.port_protocols ?? {}) as IDataObject;
	return MODES.filter(([network, mode]) => modes[`${network}_${mode}_enable`] === true).map(
		([network, mode, protocol]) => ({
			network,
			...kafkaAccess(protocol, addresses(modes[`${network}_${mode}_address`])),
			...security(record, protocol),
		}),
	);
}

/** Ports for access from the internet, where the record names none: User Guide, "Connecting to an Instance". */
const PUBLIC_PORTS: Readonly<Record<string, number>> = { PLAINTEXT: 9094 };
const PUBLIC_SASL_PORT = 9095;

/** Of an instance that is too old for `port_protocols`, which has one way to authenticate for both networks. */
function olderModes(record: IDataObject, protocol: string): IDataObject[] {
	const { connect_address: inner, port, public_connect_address: outer } = record;
	const networks = [
		['private', addresses(inner, port)],
		['public', addresses(outer, PUBLIC_PORTS[protocol] ?? PUBLIC_SASL_PORT)],
	] as const;
	return networks
		.filter(([, brokers]) => brokers.length > 0)
		.map(([network, brokers]) => ({
			network,
			...kafkaAccess(protocol, brokers),
			...security(record, protocol),
		}));
}

/** What a Kafka client needs, put together from the detail of an instance. */
export function connectionOf(record: IDataObject): IDataObject {
	const fallback =
		record.ssl_enable === true ? (record.kafka_security_protocol ?? 'SASL_SSL') : 'PLAINTEXT';
	const listedModes = accessModes(record);
	const modes = listedModes.length > 0 ? listedModes : olderModes(record, String(fallback));
	const first = modes[0];
	const protocol = String(first?.securityProtocol ?? fallback);
	const listed = (first?.brokers ?? []) as string[];
	const brokers = listed.length > 0 ? listed : addresses(record.connect_address, record.port);
	return {
		instance_id: record.instance_id,
		name: record.name,
		status: record.status,
		...kafkaAccess(protocol, brokers),
		...security(record, protocol),
		accessModes: modes,
		publicAccess: record.enable_publicip === true,
		kafkaVersion: record.engine_version,
	};
}

/**
 * What a Kafka client needs to connect, from the detail of the instance (DMS for Kafka API Reference
 * 5.1.3): the fields of n8n's own Kafka credential, and every access mode that is open.
 */
export const getConnection: Operation = {
	value: 'getConnection',
	name: 'Get Connection Settings',
	action: 'Get connection settings',
	description: 'Get the broker addresses and security settings that Kafka clients need',
	api: 'ShowInstance',
	request: get('/v2/{project_id}/instances/{instance_id}'),
	kind: 'read',
	fields: [instance()],
	outcome: (body) => singleItem(connectionOf(body)),
};
