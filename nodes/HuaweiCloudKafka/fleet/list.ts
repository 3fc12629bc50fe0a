import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from '../../shared/contract/failure';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Scope, VendorRecord } from '../../shared/fleet/record';
import { textIn } from '../../shared/fleet/times';
import type { Listed, ReadHow } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { isGone } from '../api/decode';
import { instancePages } from '../api/pages';
import { readInstances } from '../api/readInstances';
import { showInstance } from '../api/requests';
import { isRecycled } from '../api/status';
import { callIn } from './inProject';
import { normalise } from './normalise';
import { binned, readBin, recycleOf } from './recycleBin';

const AGAIN = 'Run this again later. Nothing of this region is in the results.';

/** A row without an ID could be any instance, so that the list says nothing. */
const noInstance = () =>
	new Failure('broken', "the list could not be read: an entry has no 'instance_id'", {
		readOnly: true,
		advice: NOT_FROM_API,
	});

const countsMore = ({ project, region }: Scope, count: number, listed: number) =>
	`Huawei Cloud counts ${count} instances in ${project ?? region}, but lists ${listed}. Those that are being deleted are not listed.`;

const withRaw = (record: VendorRecord, raw: IDataObject, { raw: wanted }: ReadHow): VendorRecord =>
	wanted ? { ...record, raw } : record;

/**
 * All instances of a project, those whose creation failed and those in the recycle bin among them. One request
 * for each page of 50, which overlap by one, and one for the bin.
 *
 * @throws {Failure} Also when the list may not be whole
 */
export async function list(at: Connection, scope: Scope, how: ReadHow): Promise<Listed> {
	const send = async (request: ApiRequest) => {
		const body = await callIn(at, scope, request);
		if (instancePages.rows(body).every(({ instance_id: id }) => textIn(id))) return body;
		throw noInstance();
	};
	const { rows, count } = await readInstances(send, AGAIN);
	const { rows: bin, warning } = await readBin(at, scope);
	const now = at.clock.now();
	const warnings = warning ? [warning] : [];
	if (count > rows.length) warnings.push(countsMore(scope, count, rows.length));
	const inBin = new Map(bin.map((row) => [row.instance_id, row]));
	const records = rows.map((row) => {
		const record = withRaw(normalise(row, scope, now), row, how);
		const there = inBin.get(row.instance_id);
		inBin.delete(row.instance_id);
		return there ? { ...record, recycle: recycleOf(there) } : record;
	});
	const others = [...inBin.values()].map((row) => withRaw(binned(row, scope, now), row, how));
	return { scope, records: [...records, ...others], warnings };
}

/**
 * Reads one instance afresh. The detail still shows it while it is deleted, and in the recycle bin.
 *
 * @returns `undefined` where the detail says that there is none (404 DMS.00404022)
 * @throws {Failure}
 */
export async function read(
	at: Connection,
	scope: Scope,
	id: string,
	how: ReadHow,
): Promise<VendorRecord | undefined> {
	let row: IDataObject;
	try {
		row = await callIn(at, scope, showInstance(id));
	} catch (error) {
		const failure = asFailure(error);
		if (isGone(failure)) return undefined;
		throw failure;
	}
	if (row.instance_id !== id) throw noInstance();
	const record = withRaw(normalise(row, scope, at.clock.now()), row, how);
	if (!isRecycled(row.status)) return record;
	const there = (await readBin(at, scope)).rows.find((one) => one.instance_id === id);
	return there ? { ...record, recycle: recycleOf(there) } : record;
}
