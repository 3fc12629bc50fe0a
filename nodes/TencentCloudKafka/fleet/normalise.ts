import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
import type { Scope, VendorRecord } from '../../shared/fleet/record';
import { blankRecord } from '../../shared/fleet/record';
import { amount, at, positive, textIn } from '../../shared/fleet/times';
import type { Billing, Tags } from '../../shared/fleet/words';
import { isSubscription } from '../api/billing';
import { nameOf } from '../api/records';
import { addressesOf } from '../api/routes';
import { instanceStatus } from '../api/status';
import { healthOf, stateOf } from './states';

/** A record of DescribeInstancesDetail or DescribeInstanceAttributes in the form of the fleet. */

/** Bandwidths are told in megabits a second. */
const BITS = 8;

/** Renewal of a subscription; 0 is "not decided", which is no answer. */
const RENEWS: Readonly<Record<string, boolean>> = { '1': true, '2': false };

/** Editions by `Cvm`, for answers of before there was an `InstanceType`. */
const EDITIONS: Readonly<Record<string, string>> = { '0': 'standard', '1': 'profession' };

/** An instance without tags has an empty list, or null. */
function tagsIn({ Tags: list }: IDataObject): Tags | null {
	if (list === null) return {};
	if (!Array.isArray(list)) return null;
	const pairs = (list as Array<IDataObject | null>).flatMap((tag) =>
		nameOf(tag?.TagKey) === undefined ? [] : [[String(tag?.TagKey), String(tag?.TagValue ?? '')]],
	);
	return Object.fromEntries(pairs) as Tags;
}

function billingIn(record: IDataObject): Billing {
	const isPaidAhead = isSubscription(record);
	if (isPaidAhead === undefined) return 'unknown';
	return isPaidAhead ? 'subscription' : 'payAsYouGo';
}

const zonesIn = ({ ZoneIds: all, ZoneId: one }: IDataObject): string[] =>
	(Array.isArray(all) && all.length > 0 ? all : [one]).flatMap((zone) => textIn(zone) ?? []);

/** The way in that an instance is made with: an address of its network, empty or with port 0 until it is there. */
const bootstrapIn = ({ Vip, Vport }: IDataObject): string | null =>
	addressesOf({ VipList: [{ Vip, Vport }] })[0] ?? null;

/** A limit: the list tells it, the attributes what is used and what remains. */
function limitIn(told: unknown, used: unknown, remaining: unknown): number | null {
	const [usedNumber, left] = [amount(used), amount(remaining)];
	return amount(told) ?? (usedNumber === null || left === null ? null : usedNumber + left);
}

function specIn({ InstanceType, Bandwidth }: IDataObject, edition: string | null): string | null {
	const type = textIn(InstanceType) ?? edition;
	const bandwidth = positive(Bandwidth);
	if (type === null) return null;
	return bandwidth === null ? type : `${type} ${bandwidth} Mbit/s`;
}

const unknownStatus = (code: unknown) =>
	isBlank(code)
		? 'The service did not tell the status of the instance.'
		: `Status ${String(code)} is in no document of Tencent Cloud.`;

/**
 * What the service tells of an instance, in the fleet's form; deletion protection and the exact billing mode are only
 * in DescribeInstanceAttributes.
 *
 * @param now Unix time, milliseconds
 */
export function normalise(given: object, scope: Scope, now: number): VendorRecord {
	const record = given as IDataObject;
	const id = String(record.InstanceId);
	const name = textIn(record.InstanceName);
	const state = stateOf(record.Status);
	const edition =
		textIn(record.InstanceType) ??
		(isBlank(record.Cvm) ? null : (EDITIONS[String(record.Cvm)] ?? null));
	const billing = billingIn(record);
	const bandwidth = positive(record.Bandwidth);
	const isProtected = amount(record.DeleteProtectionEnable);
	const subnet = textIn(record.SubnetId);
	return {
		...blankRecord(scope, id, now),
		name: name ?? id,
		named: name !== null && name !== id,
		state,
		statusText: instanceStatus(record.Status).name,
		health: healthOf(record.Healthy),
		edition: edition ?? 'unknown',
		spec: specIn(record, edition),
		kafkaVersion: textIn(record.Version),
		// -1 for storage that grows by itself.
		storageGb: positive(record.DiskSize),
		bandwidthMBps: bandwidth === null ? null : bandwidth / BITS,
		partitionsUsed: amount(record.PartitionNumber) ?? amount(record.CreatedPartitions),
		partitionsMax: limitIn(
			record.MaxPartitionNumber,
			record.CreatedPartitions,
			record.RemainingPartitions,
		),
		topicsUsed: amount(record.TopicNum) ?? amount(record.CreatedTopics),
		topicsMax: limitIn(record.MaxTopicNumber, record.CreatedTopics, record.RemainingTopics),
		vpcId: textIn(record.VpcId),
		subnetIds: subnet === null ? [] : [subnet],
		zones: zonesIn(record),
		bootstrapServers: bootstrapIn(record),
		tags: tagsIn(record),
		billing,
		createdAt: at(record.CreateTime, 'either'),
		expiresAt: billing === 'subscription' ? at(record.ExpireTime, 'either') : null,
		autoRenew: RENEWS[String(record.RenewFlag)] ?? null,
		deletionProtection: isProtected === null ? null : isProtected === 1,
		warnings: state === 'unknown' ? [unknownStatus(record.Status)] : [],
	};
}
