import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from '../../shared/contract/failure';
import { isId } from '../../shared/contract/ids';
import type { Scope, VendorRecord } from '../../shared/fleet/record';
import { amount } from '../../shared/fleet/times';
import type { Listed, ReadHow } from '../../shared/fleet/vendor';
import type { State } from '../../shared/fleet/words';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { lookAgain } from '../../shared/request/lookAgain';
import type { Caller } from '../../shared/request/readList';
import { isGone } from '../api/decode';
import { instancesOf } from '../api/pages';
import { findInstance, listInstances, readRequest } from '../api/requests';
import { normalise } from './normalise';

/** Instances as the fleet reads them: all of a region by one request, or one afresh. */

/** Whatever sends the requests of a connection. */
export const callerOf = (at: Connection): Caller => ({
	call: async (request) => await call(at, request),
});

const noIds = () =>
	new Failure('broken', 'an instance of the list has no ID', {
		readOnly: true,
		advice: NOT_FROM_API,
	});

const recordOf = (row: IDataObject, scope: Scope, { raw, now }: ReadHow): VendorRecord => {
	const record = normalise(row, scope, now);
	return raw ? { ...record, raw: row } : record;
};

/**
 * All instances of a region. AliKafka API Reference, GetInstanceList, which has no pages.
 *
 * @throws {Failure} Also when a row has no ID: it could be the one that is looked for
 */
export async function list(at: Connection, scope: Scope, how: ReadHow): Promise<Listed> {
	const rows = instancesOf(await call(at, listInstances()));
	if (!rows.every((row) => isId(row?.InstanceId))) throw noIds();
	const byId = new Map(rows.map((row) => [row.InstanceId, row]));
	const records = [...byId.values()].map((row) => recordOf(row, scope, how));
	return { scope, records, warnings: [] };
}

/** States in which an instance has no limits to ask for: it does not serve. */
const WITHOUT_LIMITS: ReadonlySet<State> = new Set([
	'undeployed',
	'creating',
	'failed',
	'expired',
	'released',
	'deleting',
	'gone',
	'unknown',
]);

/**
 * Editions without limits to ask for: the vendor's page on what serverless instances support lacks GetQuotaTip,
 * and terraform-provider-alicloud asks it of reserved instances only.
 */
const UNLIMITED: ReadonlySet<string> = new Set(['confluent', 'serverless']);

/**
 * The same record with its limits (GetQuotaTip), which the list leaves out. An instance that the service
 * does not tell them of stays as it is, with a warning.
 *
 * @throws {Failure} Where asking again may help
 */
export async function withDetails(at: Connection, one: VendorRecord): Promise<VendorRecord> {
	if (WITHOUT_LIMITS.has(one.state) || UNLIMITED.has(one.edition)) return one;
	try {
		const body = await call(at, readRequest('GetQuotaTip', { InstanceId: one.id }));
		const { PartitionQuota, TopicQuota } = (body.QuotaData ?? {}) as IDataObject;
		return {
			...one,
			partitionsMax: amount(PartitionQuota),
			topicsMax: amount(TopicQuota) ?? one.topicsMax,
		};
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind !== 'refused') throw failure;
		if (isGone(failure)) return one;
		const warning = `The limits could not be read: ${failure.message}.`;
		return { ...one, warnings: [...one.warnings, warning] };
	}
}

/**
 * The record of an instance as the list has it now.
 *
 * @returns `undefined` where several looks, some seconds apart, did not find it: the list lags behind
 */
export async function listedNow(at: Connection, id: string): Promise<IDataObject | undefined> {
	const { clock, signal } = at;
	return await lookAgain(
		{ clock, signal },
		async () => await findInstance(callerOf(at), id),
		(found) => found !== undefined,
		`while looking for instance ${id}`,
	);
}

/** One instance afresh, with its limits; `undefined` where it is not there. */
export async function read(
	at: Connection,
	scope: Scope,
	id: string,
	how: ReadHow,
): Promise<VendorRecord | undefined> {
	const row = await listedNow(at, id);
	return row && (await withDetails(at, recordOf(row, scope, how)));
}
