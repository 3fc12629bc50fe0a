import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, choices, integer, list, text } from '../../../shared/form/fields';
import { toZoneIds } from '../../api/zones';
import { instanceCreated } from '../../completions/instance';
import { NAME_RULE, kafkaPassword, tags } from '../../fields';
import { accessModes } from './accessModes';
import { billing } from './billing';
import { checkNew } from './checks';
import { existingInstances } from './existing';
import { IPV4, enterpriseProject, optionalFlag, retentionPolicy } from './fields';
import { maintenanceWindow } from './maintenanceWindow';
import { simple } from './simple';

/**
 * Creates an instance. DMS for Kafka API Reference 5.1.1; 200 answers `{ instance_id }` at once, and
 * the instance goes from CREATING to RUNNING or CREATEFAILED.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create instance',
	description: 'Create a Kafka instance; billing starts immediately',
	api: 'CreatePostPaidKafkaInstance',
	request: post('/v2/{project_id}/kafka/instances'),
	kind: 'create',
	billed: true,
	constant: { body: { engine: 'kafka' } },
	fields: [
		text('name', 'Name', {
			required: true,
			length: [4, 64],
			pattern: NAME_RULE,
			placeholder: 'e.g. orders-dev',
		}),
		choice('engine_version', 'Kafka Version Name or ID', {
			required: true,
			load: { method: 'getEngineVersions' },
		}),
		choice('product_id', 'Flavor Name or ID', { required: true, load: { method: 'getProducts' } }),
		integer('broker_num', 'Brokers', {
			required: true,
			range: [3, 50],
			default: 3,
			description: 'Number of brokers; the allowed range depends on the flavor',
		}),
		integer('storage_space', 'Storage (GB)', {
			required: true,
			range: [300, 1_500_000],
			default: 300,
			hint: 'Total for all brokers',
		}),
		choice('storage_spec_code', 'Disk Type', {
			required: true,
			values: {
				'dms.physical.storage.high.v2': 'High I/O',
				'dms.physical.storage.ultra.v2': 'Ultra-High I/O',
			},
		}),
		choices('available_zones', 'Availability Zone Names or IDs', {
			required: true,
			load: { method: 'getZones' },
			hint: 'One zone, or three or more. You can also use zone codes such as cn-north-4a.',
		}),
		text('vpc_id', 'VPC ID', {
			required: true,
			description: 'VPC of the instance; cannot be changed later',
		}),
		text('subnet_id', 'Subnet ID', { required: true, description: 'Subnet in the VPC' }),
		text('security_group_id', 'Security Group ID', {
			required: true,
			description: 'Security group whose rules determine which clients can reach the instance',
		}),
	],
	options: [
		text('description', 'Description', { length: [0, 1024], sendBlank: true }),
		optionalFlag(
			'ssl_enable',
			'SASL',
			"clients must authenticate with SASL; also set 'SASL User', 'Password', and 'SASL Mechanisms'",
		),
		text('access_user', 'SASL User', {
			length: [4, 64],
			pattern: NAME_RULE,
			description: "First SASL user of the instance; required when 'SASL' is on",
		}),
		kafkaPassword('password', false),
		choices('sasl_enabled_mechanisms', 'SASL Mechanisms', {
			values: { PLAIN: 'PLAIN', 'SCRAM-SHA-512': 'SCRAM-SHA-512' },
			description: "Required when 'SASL' is on",
		}),
		choice('kafka_security_protocol', 'Security Protocol', {
			values: { SASL_SSL: 'SASL_SSL', SASL_PLAINTEXT: 'SASL_PLAINTEXT' },
			description: "Cannot be changed later; ignored when 'Access Modes' is set",
		}),
		accessModes(),
		optionalFlag(
			'enable_publicip',
			'Public Access',
			'the instance is accessible from the internet',
		),
		text('publicip_id', 'Elastic IP IDs', {
			description:
				'Comma-separated IDs of the elastic IPs (EIPs) to bind; required for public access',
		}),
		list('tenant_ips', 'Private IPv4 Addresses', {
			entry: { pattern: IPV4 },
			description: 'Comma-separated fixed addresses, at most one per broker',
		}),
		...maintenanceWindow('HH:mm'),
		retentionPolicy(),
		optionalFlag('ipv6_enable', 'IPv6', 'to enable IPv6; the VPC must support it'),
		optionalFlag('disk_encrypted_enable', 'Encrypt Disks', 'to encrypt the disks'),
		text('disk_encrypted_key', 'Disk Encryption Key', {
			description: "ID of the encryption key; required when 'Encrypt Disks' is on",
		}),
		optionalFlag('connector_enable', 'Smart Connect', 'to enable Smart Connect'),
		optionalFlag(
			'enable_auto_topic',
			'Create Topics Automatically',
			'to create a topic when a client uses one that does not exist',
		),
		enterpriseProject('Required for accounts with enterprise projects'),
		tags(),
		choice('arch_type', 'CPU Architecture', { values: { X86: 'X86' } }),
		optionalFlag(
			'vpc_client_plain',
			'Intra-VPC Plaintext Access',
			'to allow plaintext access within the VPC',
		),
		billing(),
	],
	check: checkNew,
	before: async (item, { body = {} }) => {
		body.available_zones = await toZoneIds(item, body.available_zones as string[]);
	},
	outcome: (answer, { body }) => singleItem({ ...answer, name: body?.name }),
	find: existingInstances,
	simple,
	subject: ({ instance_id: id, name }) => `instance ${String(name)} (ID ${String(id)})`,
	completion: instanceCreated,
};
