import type { Field } from '../../../shared/contract/field';
import { choice, integer, record } from '../../../shared/form/fields';
import { asJson, tags } from '../../fields';
import { resourceGroup, trafficSpecification } from '../../lookedUp';

/** Fields of orders and of changes that are paid for. */

type Show = Record<string, string[]>;

/** `DeployType`: the networks from which an instance is accessible. */
export const DEPLOY_TYPE = { internetAndVpc: '4', vpcOnly: '5' } as const;

/** `SpecType` of the instances that are no Confluent ones. */
export const EDITIONS = {
	normal: 'Standard',
	professional: 'Professional (High Write)',
	professionalForHighRead: 'Professional (High Read)',
};

const PRICES = 'See the billing page of ApsaraMQ for Kafka';

/** How an instance can be reached; an upgrade can add internet access later. */
export const network = (required: boolean): Field =>
	choice('DeployType', 'Network', {
		required,
		values: {
			[DEPLOY_TYPE.internetAndVpc]: 'Internet and VPC',
			[DEPLOY_TYPE.vpcOnly]: 'VPC Only',
		},
		default: DEPLOY_TYPE.vpcOnly,
		description: 'Networks from which the instance is accessible',
	});

export const edition = (values: Record<string, string>, name?: string): Field =>
	choice('SpecType', 'Edition', { name, values, default: 'normal', open: true });

/** The traffic that an instance can take, by the name of its specification. */
export const trafficSpec = (options: { required?: boolean; show?: Show } = {}): Field =>
	trafficSpecification({ ...options, hint: PRICES });

export const diskType = (show?: Show): Field =>
	choice('DiskType', 'Disk Type', {
		required: true,
		values: { '0': 'Ultra Disk', '1': 'SSD' },
		default: '1',
		show,
	});

export const diskSize = (show?: Show): Field =>
	integer('DiskSize', 'Disk Size (GB)', {
		required: true,
		default: 500,
		show,
		description: PRICES,
	});

/** Partitions beyond those included, which newer instances are sold by. */
export const partitions = (show: Show): Field =>
	integer('PartitionNum', 'Partitions', {
		required: true,
		default: 50,
		show,
		description: 'Partitions beyond those included',
	});

/** The bandwidth of instances that can be reached from the internet. */
export const internetBandwidth = (show?: Show): Field =>
	integer('EipMax', 'Internet Bandwidth (MB/s)', {
		required: true,
		default: 3,
		show: { ...show, deployType: [DEPLOY_TYPE.internetAndVpc] },
		description: PRICES,
	});

/**
 * What is bought of an instance whose capacity is reserved.
 *
 * @param show Values of the parameter that holds the way to pay
 */
export const reservedCapacity = (show: Show): Field[] => [
	trafficSpec({ required: true, show }),
	diskType(show),
	diskSize(show),
	partitions(show),
	internetBandwidth(show),
];

/** Where a new instance belongs in the account. */
export const resourceGroupAndTags = (): Field[] => [
	resourceGroup('Resource group of the instance, if not the default one'),
	tags(false, 'Tags of the new instance'),
];

const capacity = (wireName: string, displayName: string, least: number, what: string): Field =>
	integer(wireName, displayName, {
		required: true,
		range: [least, Number.MAX_SAFE_INTEGER],
		default: least,
		description: `Capacity reserved for ${what}, at least ${least}`,
	});

/** What a serverless instance holds ready. */
export const serverlessConfig = (show?: Show): Field =>
	asJson(
		record('ServerlessConfig', 'Serverless Capacity', {
			...(show && { required: true, show }),
			entry: 'Capacity',
			description: 'Capacity that is always available; the instance scales beyond it on demand',
			fields: [
				capacity('ReservedPublishCapacity', 'Reserved Write Capacity', 60, 'writing'),
				capacity('ReservedSubscribeCapacity', 'Reserved Read Capacity', 20, 'reading'),
			],
		}),
	);

/** The traffic in MB/s, which is how older orders name it. */
export const peakTraffic = (): Field =>
	integer('IoMax', 'Peak Traffic (MB/s)', {
		default: 20,
		description:
			"Older alternative to 'Traffic Specification Name or ID', which takes precedence when both are set",
	});
