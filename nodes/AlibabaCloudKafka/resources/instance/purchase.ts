import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, extras, integer, record, rows, text } from '../../../shared/form/fields';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { asJson } from '../../fields';

/** Fields of orders and of changes that are paid for. */

type Show = Record<string, string[]>;

/** Coded values with what they mean. */
export const DISK_TYPES = { '0': 'Ultra Disk', '1': 'SSD' };
export const EDITIONS = {
	normal: 'Standard',
	professional: 'Professional (High Write)',
	professionalForHighRead: 'Professional (High Read)',
};

const PRICES = 'For available values, see the billing page of ApsaraMQ for Kafka';

/** How an instance can be reached; it cannot be changed later. */
export const network = (required: boolean): Field =>
	choice('DeployType', 'Network', {
		required,
		values: { '4': 'Internet and VPC', '5': 'VPC Only' },
		default: '5',
		description: 'Networks from which the instance is accessible',
	});

export const edition = (values: Record<string, string>, name?: string): Field =>
	choice('SpecType', 'Edition', { name, values, default: 'normal' });

export const trafficSpec = (show?: Show): Field =>
	text('IoMaxSpec', 'Traffic Specification', {
		required: true,
		show,
		placeholder: 'e.g. alikafka.hw.2xlarge',
		description: PRICES,
	});

export const diskType = (show?: Show): Field =>
	choice('DiskType', 'Disk Type', { required: true, values: DISK_TYPES, default: '1', show });

export const diskSize = (show?: Show): Field =>
	integer('DiskSize', 'Disk Size (GB)', {
		required: true,
		default: 500,
		show,
		description: PRICES,
	});

export const partitions = (show?: Show): Field =>
	integer('PartitionNum', 'Partitions', {
		required: true,
		default: 50,
		show,
		description: 'Number of partitions beyond those included in the specification',
	});

/** The bandwidth of instances that can be reached from the internet. */
export const internetBandwidth = (show?: Show): Field =>
	integer('EipMax', 'Internet Bandwidth (MB/s)', {
		required: true,
		default: 3,
		show,
		description: PRICES,
	});

export const resourceGroup = (): Field =>
	text('ResourceGroupId', 'Resource Group ID', {
		description: 'Resource group of the instance; leave empty for the default resource group',
	});

const capacity = (parameter: string, displayName: string, least: number, what: string): Field =>
	integer(parameter, displayName, {
		required: true,
		range: [least, Number.MAX_SAFE_INTEGER],
		default: least,
		description: `Capacity reserved for ${what}, at least ${least}`,
	});

/** What a serverless instance holds ready. */
export const serverlessConfig = (show?: Show): Field =>
	asJson(
		record('ServerlessConfig', 'Serverless Capacity', {
			required: true,
			entry: 'Capacity',
			show,
			description: 'Capacity that is always available; the instance scales beyond it on demand',
			fields: [
				capacity('ReservedPublishCapacity', 'Reserved Write Capacity', 60, 'writing'),
				capacity('ReservedSubscribeCapacity', 'Reserved Read Capacity', 20, 'reading'),
			],
		}),
	);

/** What is set for a component of Confluent: cores, how many, and the disk of those that have one. */
const component = (name: string, label: string, hasDisk: boolean): Field[] => [
	integer(`${name}CU`, `${label} Cores`, { default: 4, description: 'CPU cores per replica' }),
	integer(`${name}Replica`, `${label} Replicas`, { default: 3, description: 'Number of replicas' }),
	...(hasDisk
		? [
				integer(`${name}Storage`, `${label} Disk (GB)`, {
					default: 100,
					description: 'Disk size per replica',
				}),
			]
		: []),
];

/** The components of a Confluent instance. */
export const confluentConfig = (show?: Show): Field =>
	asJson(
		record('ConfluentConfig', 'Confluent Components', {
			required: true,
			entry: 'Components',
			show,
			description: 'Size of each Confluent Platform component',
			fields: [
				extras(
					[
						text('ConfluentVersion', 'Version', { placeholder: 'e.g. 7.4.0' }),
						...component('Kafka', 'Kafka', true),
						...component('KraftController', 'KRaft Controller', true),
						...component('ZooKeeper', 'ZooKeeper', true),
						...component('ControlCenter', 'Control Center', true),
						...component('SchemaRegistry', 'Schema Registry', false),
						...component('Connect', 'Connect', false),
						...component('Ksql', 'ksqlDB', true),
						...component('KafkaRestProxy', 'REST Proxy', false),
						rows('KsqlList', 'ksqlDB Clusters', {
							entry: 'Cluster',
							description: 'List of ksqlDB clusters, each with its own size',
							fields: [
								text('InternalId', 'Internal ID', {
									description: 'Internal ID of the cluster in the service',
								}),
								text('type', 'Type', { description: 'Type of the cluster' }),
								integer('cu', 'Cores', { default: 4, description: 'CPU cores' }),
								integer('replica', 'Replicas', { default: 2, description: 'Number of replicas' }),
								integer('storage', 'Disk (GB)', {
									default: 100,
									description: 'Disk size per replica',
								}),
							],
						}),
					],
					'Components',
					'Component Setting',
				),
			],
		}),
	);

/** The older way to name the traffic. */
export const peakTraffic = (): Field =>
	integer('IoMax', 'Peak Traffic (MB/s)', {
		default: 20,
		description:
			"Older alternative to 'Traffic Specification', which takes precedence when both are set",
	});

/**
 * Holds an order against the rule that it names the traffic, in one of two ways.
 *
 * @throws {BadInput}
 */
export function checkTraffic({ body = {} }: ApiRequest): void {
	if (body.IoMax !== undefined || body.IoMaxSpec !== undefined) return;
	throw new BadInput(
		'Traffic Specification',
		"and 'Peak Traffic (MB/s)' are both empty",
		"Add one of them under 'Options'.",
	);
}

/** Limits of what goes together; each edition only exists for certain ways to pay. */
export function checkEdition(
	{ body = {} }: ApiRequest,
	billing: string,
	allowed: readonly string[],
): void {
	if (body.SpecType === undefined || allowed.includes(String(body.SpecType))) return;
	throw new BadInput(
		'Edition',
		`cannot be '${String(body.SpecType)}' for ${billing}`,
		`Use one of: ${allowed.join(', ')}.`,
	);
}
