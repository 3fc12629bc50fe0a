import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, choices, flag, group, integer, list, text } from '../../../shared/form/fields';
import { toZoneIds } from '../../api/zones';
import { instanceCreated } from '../../completions/instance';
import { NAME_RULE, kafkaPassword, tags } from '../../fields';
import {
	elasticIps,
	encryptionKey,
	enterpriseProject,
	securityGroup,
	subnet,
	vpc,
} from '../../networkFields';
import { accessModes } from './accessModes';
import { billing, unpaid } from './billing';
import { checkNew } from './checks';
import { existingInstances } from './existing';
import { IPV4, optionalFlag, retentionPolicy } from './fields';
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
			range: [1, 50],
			default: 3,
			description: 'Number of brokers; 1 for single-node flavors, otherwise at least 3',
		}),
		integer('storage_space', 'Storage (GB)', {
			required: true,
			range: [100, 1_500_000],
			default: 300,
			hint: 'Total; at least 100 GB per broker',
		}),
		choice('storage_spec_code', 'Disk Type', {
			required: true,
			// By flavor and site; dedicated storage has codes of its own.
			open: true,
			values: {
				'dms.physical.storage.high.v2': 'High I/O',
				'dms.physical.storage.ultra.v2': 'Ultra-High I/O',
				'dms.physical.storage.general': 'General Purpose SSD',
				'dms.physical.storage.extreme': 'Extreme SSD',
			},
		}),
		choices('available_zones', 'Availability Zone Names or IDs', {
			required: true,
			load: { method: 'getZones' },
			hint: 'One zone, or three or more. You can also use zone codes such as cn-north-4a.',
		}),
		vpc(),
		subnet(),
		securityGroup(true),
	],
	options: [
		text('description', 'Description', {
			length: [0, 1024],
			sendBlank: true,
			placeholder: 'e.g. Orders of the web shop',
		}),
		group('sasl', 'SASL', {
			entry: 'SASL',
			description: 'Authentication of clients, with the first SASL user of the instance',
			fields: [
				flag('ssl_enable', 'Require SASL', 'Whether clients must authenticate with SASL', {
					default: true,
				}),
				text('access_user', 'SASL User', {
					length: [4, 64],
					pattern: NAME_RULE,
					placeholder: 'e.g. orders-admin',
					description: 'First SASL user of the instance',
				}),
				kafkaPassword('password', false),
				choices('sasl_enabled_mechanisms', 'SASL Mechanisms', {
					values: { PLAIN: 'PLAIN', 'SCRAM-SHA-512': 'SCRAM-SHA-512' },
					description: 'Mechanisms that clients can authenticate with',
				}),
			],
		}),
		choice('kafka_security_protocol', 'Security Protocol', {
			values: { SASL_SSL: 'SASL_SSL', SASL_PLAINTEXT: 'SASL_PLAINTEXT' },
			description: "Cannot be changed later; ignored when 'Access Modes' is set",
		}),
		accessModes(),
		group('publicAccess', 'Public Access', {
			entry: 'Public Access',
			description: 'Access from the internet, through elastic IPs (EIPs) that exist already',
			fields: [
				flag(
					'enable_publicip',
					'Enable Public Access',
					'Whether the instance is accessible from the internet',
					{ default: true },
				),
				elasticIps('Elastic IPs (EIPs) to bind, one per broker'),
			],
		}),
		list('tenant_ips', 'Private IPv4 Addresses', {
			entry: { pattern: IPV4 },
			description: 'Comma-separated fixed addresses, at most one per broker',
		}),
		maintenanceWindow('HH:mm'),
		retentionPolicy(),
		optionalFlag('ipv6_enable', 'IPv6', 'to enable IPv6; the VPC must support it'),
		group('diskEncryption', 'Disk Encryption', {
			entry: 'Disk Encryption',
			description: 'Encryption of the disks, with a key of the Key Management Service',
			fields: [
				flag('disk_encrypted_enable', 'Encrypt Disks', 'Whether to encrypt the disks', {
					default: true,
				}),
				encryptionKey(),
			],
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
	outcome: (answer, { body }, item) => {
		const billing = body?.bss_param as IDataObject | undefined;
		// Whoever waits hears of it only where the wait runs out.
		const note = item.isOn('waitForCompletion') ? {} : unpaid(billing);
		return singleItem({ ...answer, name: body?.name, ...note });
	},
	find: existingInstances,
	simple,
	subject: ({ instance_id: id, name }) => `instance ${String(name)} (ID ${String(id)})`,
	completion: instanceCreated,
};
