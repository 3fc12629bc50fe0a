import type { Field } from '../../../shared/contract/field';
import {
	choice,
	choices,
	flag,
	group,
	integer,
	locator,
	looked,
	text,
} from '../../../shared/form/fields';
import { tags } from '../../fields';
import { certificates } from '../../lookups/certificates';

/** What buying an instance by the hour and by subscription asks for. */

/** The name, by which an instance is found again when the answer of its purchase was lost. */
export const instanceName = (): Field =>
	text('InstanceName', 'Name', {
		required: true,
		length: [1, 128],
		placeholder: 'e.g. orders-dev',
	});

export const zone = (): Field =>
	choice('ZoneId', 'Zone Name or ID', {
		required: true,
		load: { method: 'getZones' },
		asNumber: true,
		hint: "For a multi-zone instance, the zone of the default access point; add the other zones under 'Multi-Zone Deployment'",
	});

const zones = (): Field =>
	choices('ZoneIds', 'Zone Names or IDs', {
		load: { method: 'getZones' },
		asNumber: true,
		hint: 'All zones of the instance, the zone of the default access point included',
	});

/** Tiers of the international standard edition. */
const INSTANCE_TYPES = {
	1: 'General',
	2: 'Standard',
	3: 'Advanced',
	4: 'Capacity',
	5: 'Specialized 1',
	6: 'Specialized 2',
	7: 'Specialized 3',
	8: 'Specialized 4',
};

export const instanceType = (required: boolean): Field =>
	choice('InstanceType', 'Tier', {
		required,
		open: true,
		values: INSTANCE_TYPES,
		default: '1',
		asNumber: true,
		description: 'Applies only to the Standard Edition on the international site',
	});

export const diskType = (): Field =>
	choice('DiskType', 'Disk Type', {
		open: true,
		values: {
			CLOUD_BASIC: 'Basic Cloud Disk',
			CLOUD_PREMIUM: 'Premium Cloud Disk',
			CLOUD_SSD: 'SSD Cloud Disk',
		},
		description: 'Depends on the zone',
	});

/** Options with the same names and limits in both ways of buying. */
export const commonOptions = (): Field[] => [
	choice('ClusterId', 'Cluster Name or ID', {
		load: { method: 'getClusters' },
		asNumber: true,
		hint: 'Dedicated cluster to create the instance in',
	}),
	locator('KafkaVersion', 'Kafka Version', {
		search: 'searchKafkaVersions',
		by: 'ID',
		dependsOn: ['zoneId'],
		placeholder: 'e.g. 2.8.1',
		description: 'The list shows what is on sale in the zone; by default, 2.4.1',
	}),
	integer('DiskSize', 'Disk Size (GB)', {
		default: 500,
		hint: 'A multiple of 100 that matches the bandwidth and partitions in the price list',
	}),
	integer('Partition', 'Partitions', {
		default: 800,
		description: 'Maximum number of partitions on the instance, in multiples of 100',
	}),
	group('multiZone', 'Multi-Zone Deployment', {
		entry: 'Multi-Zone Deployment',
		description: 'Deployment across multiple zones',
		fields: [
			flag(
				'MultiZoneFlag',
				'Multiple Zones',
				'Whether to deploy the instance across multiple zones',
				{ default: true },
			),
			zones(),
		],
	}),
	integer('InstanceNum', 'Number of Instances', {
		range: [1, 10],
		description:
			'Number of instances to buy; multiple instances get numbers after their name, such as orders1 and orders2, or in place of a pattern in it, such as {R:3} for numbers from 3 on',
		hint: 'Each instance is billed',
	}),
	flag(
		'ElasticBandwidthSwitch',
		'Elastic Bandwidth',
		'Whether bandwidth can exceed the purchased amount, which is billed extra',
		{ asNumber: true },
	),
	tags('Tags for finding the instance and allocating costs'),
];

/** @param range Of subscriptions; none is documented for what is billed by the hour */
export const bandwidth = (range?: readonly [number, number]): Field =>
	integer('BandWidth', 'Bandwidth (MB/s)', {
		range,
		default: 40,
		hint: 'Must match the disk size and partitions in the price list',
	});

export const extraPublicBandwidth = (): Field =>
	integer('PublicNetworkMonthly', 'Extra Public Bandwidth (Mbps)', {
		description: 'In addition to the free 3 Mbps; must be a multiple of 3',
	});

/** Of subscriptions and existing instances; those billed by the hour can be created with up to 30 days. */
export const retention = (): Field =>
	integer('MsgRetentionTime', 'Retention (Minutes)', {
		range: [1, 129_600],
		default: 1440,
		description: 'Default message retention for topics without their own setting; at most 90 days',
	});

/** Such a certificate cannot be replaced afterwards, and clients cannot verify host names with it (console document 73497). */
export const certificate = (): Field =>
	looked('CustomSSLCertId', 'SSL Certificate', {
		search: 'searchCertificates',
		lookup: certificates,
		placeholder: 'e.g. TTpTQ6QD',
		description:
			'For SASL_SSL routes, from the SSL Certificate Service; Pro Edition only, cannot be replaced later, and clients must turn host name verification off',
	});

export const elasticStorage = (): Field =>
	flag(
		'StoreQuantityType',
		'Elastic Storage',
		'Whether storage grows on demand, which is billed extra; not available on the international site',
		{ asNumber: true },
	);
