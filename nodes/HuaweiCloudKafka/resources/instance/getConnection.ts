import type { IDataObject } from 'n8n-workflow';

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

function accessModes(record: IDataObject): IDataObject[] {
	const modes = (record.port_protocols ?? {}) as IDataObject;
	return MODES.filter(([network, mode]) => modes[`${network}_${mode}_enable`] === true).map(
		([network, mode, protocol]) => ({
			network,
			securityProtocol: protocol,
			brokers: addresses(modes[`${network}_${mode}_address`]),
		}),
	);
}

/** What a Kafka client needs, put together from the detail of an instance. */
export function connectionOf(record: IDataObject): IDataObject {
	const modes = accessModes(record);
	const first = modes[0];
	const fallback =
		record.ssl_enable === true ? (record.kafka_security_protocol ?? 'SASL_SSL') : 'PLAINTEXT';
	const protocol = String(first?.securityProtocol ?? fallback);
	const listed = (first?.brokers ?? []) as string[];
	const brokers = listed.length > 0 ? listed : addresses(record.connect_address, record.port);
	const sasl = protocol.startsWith('SASL');
	return {
		instance_id: record.instance_id,
		name: record.name,
		status: record.status,
		brokers,
		bootstrapServers: brokers.join(','),
		securityProtocol: protocol,
		ssl: protocol.endsWith('SSL'),
		authentication: sasl,
		...(sasl && {
			saslMechanisms: record.sasl_enabled_mechanisms ?? [],
			username: record.access_user ?? '',
		}),
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
