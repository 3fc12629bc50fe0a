import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, choices, flag, integer, text } from '../../../shared/form/fields';
import type { Find, Outcome } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { tags } from '../../fields';
import { allRows, instanceDetailPages, listInstancesDetailed } from '../../api/requests';

/** What buying an instance by the hour and by subscription have in common. */

/** The name, by which an instance is found again when the answer of its purchase was lost. */
export const instanceName = (): Field =>
	text('InstanceName', 'Name', {
		required: true,
		length: [1, 128],
		placeholder: 'e.g. orders-dev',
	});

export const network = (): Field[] => [
	text('VpcId', 'VPC ID', {
		required: true,
		pattern: [/^vpc-/, "must start with 'vpc-'"],
		placeholder: 'e.g. vpc-rmcgxxxx',
		description: 'VPC of the instance',
	}),
	text('SubnetId', 'Subnet ID', {
		required: true,
		pattern: [/^subnet-/, "must start with 'subnet-'"],
		placeholder: 'e.g. subnet-mnzcxxxx',
		description: 'Subnet in the VPC, in the zone of the instance',
	}),
];

export const zone = (): Field =>
	choice('ZoneId', 'Zone Name or ID', {
		required: true,
		load: { method: 'getZones' },
		asNumber: true,
		hint: "For a multi-zone instance, the zone of the default access point; add the other zones in 'Zone Names or IDs'",
	});

export const zones = (): Field =>
	choices('ZoneIds', 'Zone Names or IDs', {
		load: { method: 'getZones' },
		asNumber: true,
		hint: "All zones of a multi-zone instance; also turn on 'Multi-Zone Deployment'",
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
		values: INSTANCE_TYPES,
		default: '1',
		asNumber: true,
		description: 'Applies only to the Standard Edition on the international site',
	});

export const diskType = (): Field =>
	choice('DiskType', 'Disk Type', {
		values: {
			CLOUD_BASIC: 'Basic Cloud Disk',
			CLOUD_PREMIUM: 'Premium Cloud Disk',
			CLOUD_SSD: 'SSD Cloud Disk',
		},
		description:
			'Basic is available on the international site, Premium on the China site, SSD on both',
	});

/** Options with the same names and limits in both ways of buying. */
export const commonOptions = (): Field[] => [
	integer('ClusterId', 'Cluster ID', {
		default: 1,
		description: 'Dedicated cluster to create the instance in',
	}),
	choice('KafkaVersion', 'Kafka Version', {
		values: { '2.4.1': '2.4.1', '2.4.2': '2.4.2', '2.8.1': '2.8.1', '3.2.3': '3.2.3' },
		default: '2.4.1',
	}),
	integer('DiskSize', 'Disk Size (GB)', {
		default: 500,
		hint: 'A multiple of 100 that matches the bandwidth and partitions in the price list',
	}),
	integer('Partition', 'Partitions', {
		default: 800,
		description: 'Maximum number of partitions on the instance, in multiples of 100',
	}),
	zones(),
	flag(
		'MultiZoneFlag',
		'Multi-Zone Deployment',
		'Whether to deploy the instance across multiple zones',
	),
	integer('InstanceNum', 'Number of Instances', {
		default: 1,
		description: 'Number of instances to buy',
		hint: 'Each instance is billed; suffixes distinguish their names',
	}),
	flag(
		'ElasticBandwidthSwitch',
		'Elastic Bandwidth',
		'Whether bandwidth can exceed the purchased amount, which is billed extra',
		{ asNumber: true },
	),
	tags('Tags for finding the instance and allocating costs'),
];

/** What has to be a multiple of what, and under which label. */
const STEPS = [
	['DiskSize', 'Disk Size (GB)', 100],
	['Partition', 'Partitions', 100],
	['TopicNum', 'Topics', 100],
	['PublicNetworkMonthly', 'Extra Public Bandwidth (Mbps)', 3],
] as const;

/**
 * Holds sizes against the steps in which they can be had.
 *
 * @throws {BadInput}
 */
export function checkSteps(body: IDataObject): void {
	for (const [parameter, label, step] of STEPS) {
		const value = body[parameter];
		if (value === undefined || (Number(value) >= 0 && Number(value) % step === 0)) continue;
		throw new BadInput(label, `is ${String(value)}`, `Enter a multiple of ${step}.`);
	}
}

/**
 * Rules between parameters of a purchase.
 *
 * @throws {BadInput}
 */
export function checkPurchase({ body = {} }: ApiRequest): void {
	checkSteps(body);
	if (body.InstanceNum !== undefined && Number(body.InstanceNum) < 1) {
		throw new BadInput('Number of Instances', `is ${String(body.InstanceNum)}`, 'Enter 1 or more.');
	}
	const listed = (body.ZoneIds ?? []) as number[];
	if (listed.length > 0 && !listed.includes(body.ZoneId as number)) {
		throw new BadInput(
			'Zone Names or IDs',
			`does not include ${String(body.ZoneId)}`,
			"Add the zone that is selected in 'Zone Name or ID'.",
		);
	}
	if (body.MultiZoneFlag === true && listed.length === 0) {
		throw new BadInput(
			'Zone Names or IDs',
			'is missing',
			"Add it under 'Options'. It is required when 'Multi-Zone Deployment' is on.",
		);
	}
	if (listed.length > 1 && body.MultiZoneFlag !== true) {
		throw new BadInput(
			'Multi-Zone Deployment',
			'is off',
			"Turn it on under 'Options', or remove 'Zone Names or IDs'.",
		);
	}
}

interface Deal {
	DealName?: string;
	InstanceIdList?: string[];
}

/** How many instances a request buys. */
const count = ({ body }: ApiRequest): number => Number(body?.InstanceNum ?? 1);

/**
 * One outcome for each instance that was bought, and one that says so for each that is missing: a
 * success only promises that the order was taken. Which deal has brought what is told by how many
 * IDs there are, as the names of the deals do not even agree in the document's own examples.
 */
export function bought(answer: IDataObject, request: ApiRequest): Outcome[] {
	const deals = (answer.DealNameInstanceIdMapping ?? []) as unknown as Deal[];
	const made = new Map<string, string | undefined>();
	for (const { DealName, InstanceIdList } of deals) {
		for (const id of InstanceIdList ?? []) made.set(id, DealName);
	}
	const first = answer.InstanceId as string | undefined;
	const [onlyDeal] = (answer.DealNames ?? []) as string[];
	if (first && !made.has(first)) made.set(first, onlyDeal);
	const wanted = count(request);
	const name = request.body?.InstanceName;
	// With a batch, the names get endings that the answer does not tell.
	const naming = wanted === 1 ? { InstanceName: name } : {};
	const outcomes: Outcome[] = [...made].map(([InstanceId, DealName]) => ({
		json: { InstanceId, ...naming, ...(DealName && { DealName }) },
	}));
	// Without any ID the purchase is looked up by its name, see createOnce.
	if (made.size === 0) return [{ json: {} }];
	const empty = deals
		.filter(({ InstanceIdList }) => !InstanceIdList?.length)
		.map(({ DealName }) => DealName);
	for (let missing = 0; missing < wanted - made.size; missing++) {
		const deal = empty[missing] ?? (empty.length === 1 ? empty[0] : undefined);
		outcomes.push({
			json: { InstanceId: null, ...(deal && { DealName: deal }) },
			failed: deal
				? `order ${deal} did not create an instance`
				: `the response names only ${made.size} of ${wanted} instances`,
		});
	}
	return outcomes;
}

/** Statuses of an instance that is of no use as the existing one: failed, on its way out, isolated. */
const NO_LONGER = new Set(['-1', '2', '3', '4', '5']);

/** What a batch adds to the name of each of its instances. */
const ENDING = /^[-_]?\d+$/;

/** Whether an instance can come from a request for this name. */
function isNamed(found: string, name: string, several: boolean): boolean {
	if (found === name) return true;
	return several && found.startsWith(name) && ENDING.test(found.slice(name.length));
}

/** Further looks for a new instance, milliseconds after each other: it takes a while to be listed. */
export const listingTimes = [15_000, 30_000];

/** Instances of the name: names are not unique, and the API only searches for a part of one. */
export const findByName: Find = {
	matches: async (item, request) => {
		const name = String(request.body?.InstanceName);
		const rows = await allRows(
			item,
			listInstancesDetailed({ SearchWord: name }),
			instanceDetailPages,
		);
		return rows.filter(({ InstanceName }) =>
			isNamed(String(InstanceName), name, count(request) > 1),
		);
	},
	isOver: ({ Status }) => NO_LONGER.has(String(Status)),
	key: 'InstanceId',
	severalPossible: true,
	named: 'InstanceName',
	laterLooks: listingTimes,
	count,
};

export const subject = ({ InstanceId: id, InstanceName: name }: IDataObject): string =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;
