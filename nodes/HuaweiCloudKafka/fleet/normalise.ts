import type { IDataObject } from 'n8n-workflow';

import { blankRecord, type Scope, type VendorRecord } from '../../shared/fleet/record';
import { amount, at, positive, textIn } from '../../shared/fleet/times';
import type { Billing, Tags } from '../../shared/fleet/words';
import { recordsOf } from '../api/records';
import { connectionOf } from '../resources/instance/getConnection';
import { isPrepaid } from '../resources/instance/prepaid';
import { stateOf } from './states';

/** How a flavor says that it is the small variant of an edition: `c6.2u4g.single.small`. */
const SMALL = /\.(single|cluster)\.small$/;
const SINGLE = /\.single$/;
const CLUSTER = /\.cluster$/;

function editionOf({ type, product_id: product }: IDataObject): string {
	const flavor = String(product ?? '');
	const small = SMALL.exec(flavor)?.[1];
	if (small) return `${small}.small`;
	if (textIn(type)) return String(type).toLowerCase();
	if (SINGLE.test(flavor)) return 'single';
	return CLUSTER.test(flavor) ? 'cluster' : 'unknown';
}

const brokersOf = (record: IDataObject): number | null =>
	positive(record.broker_num) ??
	positive(record.node_num) ??
	(editionOf(record).startsWith('single') ? 1 : null);

/** How records say pay-per-use: the number of V2, and the words of orders. */
const PAY_PER_USE = new Set(['1', 'postpaid', 'hourly']);

function billingOf(record: IDataObject): Billing {
	if (isPrepaid(record)) return 'subscription';
	if (PAY_PER_USE.has(String(record.charging_mode ?? '').toLowerCase())) return 'payAsYouGo';
	return textIn(record.order_id) ? 'subscription' : 'unknown';
}

/** Tags of an answer; `null` where it has none of that field, as some clouds of the vendor leave it out. */
export const tagsIn = (list: unknown): Tags | null =>
	Array.isArray(list)
		? Object.fromEntries(
				recordsOf(list).map(({ key, value }) => [String(key), String(value ?? '')]),
			)
		: null;

const textsIn = (list: unknown): string[] =>
	Array.isArray(list) ? list.flatMap((entry) => textIn(entry) ?? []) : [];

/** Names, else IDs or codes, of the zones. */
function zonesOf({ available_zone_names: names, available_zones: ids }: IDataObject): string[] {
	const named = textsIn(names);
	return named.length > 0 ? named : textsIn(ids);
}

/** How clients reach it; nothing where it has no address yet, or says nothing of its protocol. */
function accessOf(
	record: IDataObject,
): Pick<VendorRecord, 'bootstrapServers' | 'securityProtocol'> {
	const { bootstrapServers, securityProtocol } = connectionOf(record);
	const isTold = record.port_protocols !== undefined || typeof record.ssl_enable === 'boolean';
	return {
		bootstrapServers: textIn(bootstrapServers),
		securityProtocol: isTold ? textIn(securityProtocol) : null,
	};
}

const ENDS_UNTOLD =
	'Huawei Cloud does not tell when this subscription ends. The Billing Center shows it.';

const unknownStatus = (status: string) =>
	status === '' ? 'The record has no status.' : `The status '${status}' is not known.`;

/**
 * A record of ListInstances or ShowInstance in the fleet's form. DMS for Kafka API Reference 5.1.2 and 5.1.3.
 *
 * @param now Unix time by this machine's clock, milliseconds
 */
export function normalise(given: object, scope: Scope, now: number): VendorRecord {
	const record = given as IDataObject;
	const id = String(record.instance_id ?? '');
	const name = textIn(record.name);
	const state = stateOf(record.status);
	const billing = billingOf(record);
	const statusText = String(record.status ?? '');
	return {
		...blankRecord(scope, id, now),
		name: name ?? id,
		named: name !== null,
		state,
		// The bin itself says when it ends there.
		recycle: state === 'released' ? { deletesAt: null, costPerHour: null } : null,
		statusText,
		edition: editionOf(record),
		spec: textIn(record.product_id) ?? textIn(record.specification),
		kafkaVersion: textIn(record.engine_version),
		brokers: brokersOf(record),
		storageGb: positive(record.total_storage_space),
		storageUsedGb: amount(record.used_storage_space),
		partitionsMax: positive(record.partition_num),
		vpcId: textIn(record.vpc_id),
		subnetIds: textsIn([record.subnet_id]),
		securityGroupId: textIn(record.security_group_id),
		zones: zonesOf(record),
		publicAccess: typeof record.enable_publicip === 'boolean' ? record.enable_publicip : null,
		...accessOf(record),
		tags: tagsIn(record.tags),
		createdBy: textIn(record.user_name),
		billing,
		createdAt: at(record.created_at, 'ms'),
		warnings: [
			...(billing === 'subscription' ? [ENDS_UNTOLD] : []),
			...(state === 'unknown' ? [unknownStatus(statusText)] : []),
		],
	};
}
