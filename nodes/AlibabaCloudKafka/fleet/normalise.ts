import type { IDataObject } from 'n8n-workflow';

import { blankRecord, type Scope, type VendorRecord } from '../../shared/fleet/record';
import { amount, at, millis, positive, textIn } from '../../shared/fleet/times';
import type { Billing, Tags, Time } from '../../shared/fleet/words';
import { PAID_TYPE, instanceNameOf, unwrapped, versionOf } from '../api/records';
import { seriesOf } from '../api/series';
import { instanceStatus } from '../api/status';
import { connectionOf } from '../resources/instance/getConnection';
import { stateOf } from './states';

/** Series as newer answers name them, in the words of the node. */
const EDITIONS: Readonly<Record<string, string>> = { v2: 'reserved', v3: 'serverless' };

/** The series. An answer without it tells it by the way to pay, or by a capacity that only serverless has. */
function editionOf(record: IDataObject): string {
	const series = textIn(record.Series);
	if (series !== null) return Object.hasOwn(EDITIONS, series) ? EDITIONS[series] : series;
	if (positive(record.ReservedPublishCapacity) !== null) return 'serverless';
	return seriesOf(record) ?? 'unknown';
}

const BILLINGS: Readonly<Record<string, Billing>> = {
	[PAID_TYPE.subscription]: 'subscription',
	[PAID_TYPE.payAsYouGo]: 'payAsYouGo',
	[PAID_TYPE.serverless]: 'payAsYouGo',
	[PAID_TYPE.confluent]: 'subscription',
};

function billingOf({ PaidType }: IDataObject): Billing {
	const paid = String(PaidType);
	return Object.hasOwn(BILLINGS, paid) ? BILLINGS[paid] : 'unknown';
}

/** `"['vsw-1','vsw-2']"`, as Confluent instances have it, or one ID. */
const idsIn = (text: unknown): string[] =>
	(textIn(text) ?? '')
		.replace(/[[\]'"]/g, '')
		.split(',')
		.map((id) => id.trim())
		.filter((id) => id !== '');

/** A list of texts, which may be wrapped under its own name. */
function textsIn(list: unknown, entry: string): string[] {
	const found: unknown[] = unwrapped(list, entry) ?? [];
	return found.map(textIn).filter((text) => text !== null);
}

function subnetsOf({ VSwitchIds, VSwitchId }: IDataObject): string[] {
	const listed = textsIn(VSwitchIds, 'VSwitchIds');
	return listed.length > 0 ? listed : idsIn(VSwitchId);
}

/** `cn-hangzhou-i` where the answer has it, else the short `zonei`; and the zone that stands in for it. */
function zonesOf({ StandardZoneId, ZoneId, BackupZoneId }: IDataObject): string[] {
	const found = [textIn(StandardZoneId) ?? textIn(ZoneId), textIn(BackupZoneId)];
	return [...new Set(found.filter((zone) => zone !== null))];
}

/** Tags by key; `null` where the record does not have the field. */
export function tagsIn({ Tags: list }: IDataObject): Tags | null {
	const rows = unwrapped(list, 'TagVO');
	if (!rows) return null;
	return Object.fromEntries(rows.map(({ Key, Value }) => [String(Key), String(Value ?? '')]));
}

function publicAccessOf({ DeployType }: IDataObject): boolean | null {
	const type = textIn(DeployType);
	return type === '4' ? true : type === '5' ? false : null;
}

/** Whether a retirement is planned; the SDK has it as a boolean, which older answers leave out. */
const isRetiring = ({ ScheduledRetirement: planned }: IDataObject) =>
	![undefined, null, false, 0, '', 'false'].includes(planned as string);

/** How large an instance is. What it is not is sent as 0, which would read as a limit. */
const sizesOf = (record: IDataObject): Partial<VendorRecord> => ({
	spec: textIn(record.IoMaxSpec) ?? textIn(record.SpecType),
	storageGb: positive(record.DiskSize),
	bandwidthMBps: positive(record.IoMax) ?? positive(record.ReservedPublishCapacity),
	partitionsUsed: amount(record.UsedPartitionCount),
	topicsUsed: amount(record.UsedTopicCount),
	topicsMax: amount(record.TopicNumLimit),
	groupsUsed: amount(record.UsedGroupCount),
});

const networkOf = (record: IDataObject): Partial<VendorRecord> => {
	const { bootstrapServers, securityProtocol } = connectionOf(record);
	const servers = textIn(bootstrapServers);
	return {
		vpcId: textIn(record.VpcId),
		subnetIds: subnetsOf(record),
		securityGroupId: textIn(record.SecurityGroup),
		zones: zonesOf(record),
		publicAccess: publicAccessOf(record),
		bootstrapServers: servers,
		securityProtocol: servers === null ? null : textIn(securityProtocol),
	};
};

/** More topics than any instance that is sold by topics may have: such a number counts partitions. */
const MOST_TOPICS = 500;

function warningsOf(record: IDataObject, { region }: Scope, { state }: VendorRecord): string[] {
	const said = textIn(record.RegionId);
	const { status } = instanceStatus(record);
	return [
		...(said !== null && said !== region
			? [`The record names region ${said}, although ${region} was asked.`]
			: []),
		...(state === 'unknown' ? [`The status is not documented: ${status}.`] : []),
		...((amount(record.TopicNumLimit) ?? 0) > MOST_TOPICS
			? ['The limit of topics counts partitions, as the instance is sold by partitions.']
			: []),
	];
}

/** End of a subscription. One that is paid as it goes has a date too, about ten years off, which means nothing. */
const expiryOf = ({ ExpiredTime }: IDataObject, billing: Billing): Time | null =>
	billing === 'subscription' ? at(ExpiredTime, 'ms') : null;

/**
 * An instance of GetInstanceList in the form of the fleet; pure.
 *
 * @param now Unix time, milliseconds
 */
export function normalise(given: object, scope: Scope, now: number): VendorRecord {
	const record = given as IDataObject;
	const name = instanceNameOf(record);
	const billing = billingOf(record);
	const expiresAt = expiryOf(record, billing);
	const isOver = expiresAt !== null && (millis(expiresAt) ?? now) < now;
	const blank = blankRecord(scope, String(record.InstanceId), now);
	const found: VendorRecord = {
		...blank,
		name: name ?? blank.name,
		named: name !== undefined,
		state: stateOf(record, isOver),
		statusText: instanceStatus(record).status,
		health: isRetiring(record) ? 'warning' : null,
		edition: editionOf(record),
		kafkaVersion: textIn(versionOf(record)),
		...sizesOf(record),
		...networkOf(record),
		tags: tagsIn(record),
		billing,
		createdAt: at(record.CreateTime, 'ms'),
		expiresAt,
	};
	return { ...found, warnings: warningsOf(record, scope, found) };
}
