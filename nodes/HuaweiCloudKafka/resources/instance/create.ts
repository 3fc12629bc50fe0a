import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { choice, choices, integer, list, record, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { readList } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { instanceCreated } from '../../completions/instance';
import {
	IPV4,
	NAME_RULE,
	checkMaintenanceWindow,
	enterpriseProject,
	kafkaPassword,
	maintenanceWindow,
	optionalFlag,
	retentionPolicy,
	storageDiskType,
	tags,
} from '../../fields';
import { instancePages, listInstances } from '../../api/requests';
import { toZoneIds } from '../../api/zones';
import { checkSizes } from './sizes';
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
		choice('storage_spec_code', 'Disk Type', { required: true, values: storageDiskType }),
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
		record('port_protocol', 'Access Modes', {
			entry: 'Access Modes',
			description: 'Access modes that are on cannot be turned off later',
			fields: [
				optionalFlag(
					'private_plain_enable',
					'Private Plaintext',
					'to enable PLAINTEXT access in the VPC on port 9092',
				),
				optionalFlag(
					'private_sasl_ssl_enable',
					'Private SASL_SSL',
					'to enable SASL_SSL access in the VPC',
				),
				optionalFlag(
					'private_sasl_plaintext_enable',
					'Private SASL_PLAINTEXT',
					'to enable SASL_PLAINTEXT access in the VPC on port 9093',
				),
				optionalFlag(
					'public_plain_enable',
					'Public Plaintext',
					'to enable PLAINTEXT access from the internet on port 9094',
				),
				optionalFlag(
					'public_sasl_ssl_enable',
					'Public SASL_SSL',
					'to enable SASL_SSL access from the internet on port 9095',
				),
				optionalFlag(
					'public_sasl_plaintext_enable',
					'Public SASL_PLAINTEXT',
					'to enable SASL_PLAINTEXT access from the internet on port 9095',
				),
			],
		}),
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
		record('bss_param', 'Billing', {
			entry: 'Billing',
			description: 'How the instance is billed; pay-per-use by default',
			fields: [
				choice('charging_mode', 'Billing Mode', {
					values: { postPaid: 'Pay-Per-Use', prePaid: 'Yearly/Monthly' },
				}),
				choice('period_type', 'Period Unit', {
					values: { month: 'Month', year: 'Year' },
					show: { chargingMode: ['prePaid'] },
				}),
				integer('period_num', 'Period', {
					range: [1, 9],
					show: { chargingMode: ['prePaid'] },
					hint: '1 to 9 months, or 1 to 3 years',
				}),
				optionalFlag(
					'is_auto_renew',
					'Renew Automatically',
					'to renew the subscription automatically',
				),
				optionalFlag('is_auto_pay', 'Pay Automatically', 'to pay the order automatically'),
			],
		}),
	],
	check,
	before: async (item, { body = {} }) => {
		body.available_zones = await toZoneIds(item, body.available_zones as string[]);
	},
	outcome: (answer, { body }) => one({ ...answer, name: body?.name }),
	find: {
		matches: async (item, { body }) => {
			const request = listInstances({
				name: body?.name,
				exact_match_name: 'true',
				include_failure: 'true',
			});
			const { rows } = await readList(
				async (page) => await item.call(page),
				request,
				instancePages,
				Infinity,
			);
			return rows.filter(({ name }) => name === body?.name);
		},
		isOver: ({ status }) => NO_LONGER.has(String(status)),
		key: 'instance_id',
		severalPossible: true,
		named: 'name',
	},
	simple,
	subject: ({ instance_id: id, name }) => `instance ${String(name)} (ID ${String(id)})`,
	completion: instanceCreated,
};

/** Statuses of an instance that is of no use as the existing one. */
const NO_LONGER = new Set(['CREATEFAILED', 'DELETING', 'RECYCLE']);

/** Rules between parameters, 5.1.1. */
function check(request: ApiRequest): void {
	const { body = {} } = request;
	checkMaintenanceWindow(request);
	const zones = body.available_zones as string[];
	if (zones.length === 2) {
		throw new BadInput(
			'Availability Zone Names or IDs',
			'has two zones',
			'Select one zone, or three or more.',
		);
	}
	checkSizes(body);
	if (body.ssl_enable === true) {
		for (const [parameter, label] of [
			['access_user', 'SASL User'],
			['password', 'Password'],
			['sasl_enabled_mechanisms', 'SASL Mechanisms'],
		]) {
			if (body[parameter] === undefined) {
				throw new BadInput(
					label,
					'is missing',
					"Add it under 'Options'. It is required when 'SASL' is on.",
				);
			}
		}
	}
	if (body.enable_publicip === true && body.publicip_id === undefined) {
		throw new BadInput(
			'Elastic IP IDs',
			'is missing',
			"Add it under 'Options'. It is required for 'Public Access'.",
		);
	}
	if (body.disk_encrypted_enable === true && body.disk_encrypted_key === undefined) {
		throw new BadInput(
			'Disk Encryption Key',
			'is missing',
			"Add it under 'Options', or turn 'Encrypt Disks' off.",
		);
	}
	const addresses = (body.tenant_ips ?? []) as string[];
	if (addresses.length > Number(body.broker_num)) {
		throw new BadInput(
			'Private IPv4 Addresses',
			'has more entries than the number of brokers',
			'Enter at most one per broker.',
		);
	}
	checkAccessModes((body.port_protocol ?? {}) as IDataObject);
	checkBilling(body.bss_param as IDataObject | undefined);
}

function checkAccessModes(modes: IDataObject): void {
	for (const network of ['private', 'public']) {
		if (
			modes[`${network}_sasl_ssl_enable`] === true &&
			modes[`${network}_sasl_plaintext_enable`] === true
		) {
			throw new BadInput(
				'Access Modes',
				`has both SASL modes turned on for ${network} access`,
				'Turn only one of them on.',
			);
		}
	}
}

function checkBilling(billing?: IDataObject): void {
	if (billing?.charging_mode !== 'prePaid') {
		if (billing?.period_type !== undefined || billing?.period_num !== undefined) {
			throw new BadInput(
				'Period',
				'is set for pay-per-use',
				"Set 'Billing Mode' to 'Yearly/Monthly', or remove it.",
			);
		}
		return;
	}
	if (billing.period_type === undefined || billing.period_num === undefined) {
		throw new BadInput(
			'Period',
			'is missing',
			"Set 'Period' and 'Period Unit'. They are required for yearly/monthly billing.",
		);
	}
	if (billing.period_type === 'year' && Number(billing.period_num) > 3) {
		throw new BadInput(
			'Period',
			`is ${String(billing.period_num)} years`,
			'Enter at most 3 years.',
		);
	}
}
