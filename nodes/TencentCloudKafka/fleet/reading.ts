import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from '../../shared/contract/failure';
import type { Pages } from '../../shared/contract/pages';
import { listIn } from '../../shared/contract/pages';
import type { Scope, VendorRecord } from '../../shared/fleet/record';
import type { Listed, ReadHow } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { listAll, onlyPage } from '../../shared/request/readList';
import { isNoSuchInstance } from '../api/decode';
import { countedRows, instanceDetailPages } from '../api/pages';
import { readOnce } from '../api/readOnce';
import { nameOf } from '../api/records';
import { listInstancesDetailed, listZones, showInstance } from '../api/requests';
import { callerOf } from './caller';
import { normalise } from './normalise';

/** How the fleet reads instances of a region. */

const withoutId = () =>
	new Failure('broken', 'the list contains an instance without an ID', {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/** Rows as the service prints them. */
const rowsIn = countedRows('InstanceList');

const withRaw = (record: VendorRecord, raw: IDataObject, { raw: isWanted }: ReadHow) =>
	isWanted ? { ...record, raw } : record;

/**
 * All instances of a region, 20 a page, by DescribeInstancesDetail: the short list has neither tags nor dates. Each
 * page is put into the fleet's form at once, as the vendor's records are large.
 *
 * @throws {Failure} Also where the list did not hold still
 */
export async function list(at: Connection, scope: Scope, how: ReadHow): Promise<Listed> {
	const pages: Pages = {
		...instanceDetailPages,
		rows: (body) =>
			rowsIn(body).map((row) => {
				if (nameOf(row?.InstanceId) === undefined) throw withoutId();
				const record = withRaw(normalise(row, scope, at.clock.now()), row, how);
				return { InstanceId: row.InstanceId, record: record as never };
			}),
	};
	const rows = await listAll(callerOf(at), listInstancesDetailed(), pages);
	return { scope, records: rows.map(({ record }) => record as never), warnings: [] };
}

/** The row of an instance; `undefined` where the list has none, which can be so for a moment. */
async function rowOf(at: Connection, id: string): Promise<IDataObject | undefined> {
	const pages = { ...instanceDetailPages, rows: rowsIn };
	const body = await call(at, listInstancesDetailed({ InstanceId: id }));
	return onlyPage(body, pages).find(({ InstanceId }) => InstanceId === id);
}

/** The attributes of an instance that is there. */
const attributesOf = async (at: Connection, id: string) => {
	const attributes = await call(at, showInstance(id));
	if (attributes.InstanceId === id) return attributes;
	throw new Failure('broken', 'the response is about another instance', {
		readOnly: true,
		advice: NOT_FROM_API,
	});
};

/**
 * What the service knows of an instance. A list can lack a row for a moment, so one that is not listed is asked for by
 * its ID too; what is said of a deleted one is a refusal, or a failure, after which the list is looked at once more.
 *
 * @returns `undefined` where it is proven not to be there
 */
export async function recordOf(at: Connection, id: string): Promise<IDataObject | undefined> {
	const row = await rowOf(at, id);
	if (row) return row;
	try {
		return await attributesOf(at, id);
	} catch (error) {
		if (isNoSuchInstance(error)) return undefined;
		const failure = asFailure(error);
		const isSaidOfDeleted = failure.details.code?.startsWith('FailedOperation');
		if (!isSaidOfDeleted) throw failure;
		const again = await rowOf(at, id);
		if (again) throw failure;
		return undefined;
	}
}

const once = readOnce<ReadonlyMap<string, string>>();

/** Names of zones by their ID. */
async function readZoneNames(at: Connection): Promise<ReadonlyMap<string, string>> {
	const zones = listIn(await call(at, listZones()), 'ZoneList');
	return new Map(
		zones.flatMap(({ ZoneId: id, ZoneName: name }) =>
			nameOf(name) === undefined ? [] : [[String(id), String(name)] as const],
		),
	);
}

/** The names of zones, read once for each connection; IDs where their names cannot be read. */
async function namesOfZones(at: Connection, zones: string[]): Promise<string[]> {
	try {
		const known = await once(at, 'zones', async () => await readZoneNames(at));
		return zones.map((zone) => known.get(zone) ?? zone);
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return zones;
	}
}

/** A record with what only DescribeInstanceAttributes tells, and with the names of its zones. */
async function detailed(
	at: Connection,
	one: VendorRecord,
	attributes: IDataObject,
	how: ReadHow,
): Promise<VendorRecord> {
	const { cloud, region, project, projectId } = one;
	const more = normalise(attributes, { cloud, region, project, projectId }, how.now);
	const billing = more.billing === 'unknown' ? one.billing : more.billing;
	return {
		...one,
		billing,
		expiresAt: billing === 'subscription' ? (one.expiresAt ?? more.expiresAt) : null,
		health: more.health ?? one.health,
		partitionsMax: one.partitionsMax ?? more.partitionsMax,
		topicsMax: one.topicsMax ?? more.topicsMax,
		deletionProtection: more.deletionProtection,
		// null may say that there are none, or that they cannot be told here.
		tags: Array.isArray(attributes.Tags) ? more.tags : (one.tags ?? more.tags),
		zones: await namesOfZones(at, one.zones),
		readAt: new Date(how.now).toISOString(),
		...(how.raw && { raw: { ...one.raw, ...attributes } }),
	};
}

/** The same record with what DescribeInstanceAttributes adds: one request. */
export const withDetails = async (at: Connection, one: VendorRecord, how: ReadHow) =>
	await detailed(at, one, await attributesOf(at, one.id), how);

/**
 * An instance as it is now: its row in the list and its attributes.
 *
 * @returns `undefined` where it is proven not to be there
 */
export async function read(
	at: Connection,
	scope: Scope,
	id: string,
	how: ReadHow,
): Promise<VendorRecord | undefined> {
	const record = await recordOf(at, id);
	if (!record) return undefined;
	const one = withRaw(normalise(record, scope, how.now), record, how);
	try {
		return await withDetails(at, one, how);
	} catch (error) {
		if (isNoSuchInstance(error)) return undefined;
		throw asFailure(error);
	}
}
