import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import {
	blankRecord,
	type Recycle,
	type Scope,
	type VendorRecord,
} from '../../shared/fleet/record';
import { amount, at, textIn } from '../../shared/fleet/times';
import type { Connection } from '../../shared/request/connection';
import { isKafka, recordsOf } from '../api/records';
import { listRecycled } from '../api/requests';
import { callIn } from './inProject';

/** What the bin of a project holds of Kafka. */
export interface Bin {
	rows: IDataObject[];
	/** Why it could not be read, a full sentence. */
	warning?: string;
}

/**
 * Reads the recycle bin of a project, one request. A region without a bin has an empty one; a bin that may
 * not be read is told, as the instances in it are billed.
 *
 * @throws {Failure} `cancelled`
 */
export async function readBin(connection: Connection, scope: Scope): Promise<Bin> {
	try {
		const { recycle_instances: rows } = await callIn(connection, scope, listRecycled());
		return { rows: recordsOf(rows).filter((row) => isKafka(row) && textIn(row.instance_id)) };
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		if (failure.kind === 'refused' && failure.details.httpStatus === 404) return { rows: [] };
		return {
			rows: [],
			warning: `The recycle bin of ${scope.project ?? scope.region} could not be read, so instances in it are missing: ${failure.message}.`,
		};
	}
}

/** What a row of the bin says of its end and its costs. */
export const recycleOf = ({
	auto_delete_time: end,
	cost_per_hour: cost,
}: IDataObject): Recycle => ({
	deletesAt: at(end, 'ms'),
	costPerHour: amount(cost),
});

/**
 * A row of the bin in the fleet's form; it tells little, and not what is billed.
 *
 * @param now Unix time by this machine's clock, milliseconds
 */
export function binned(row: IDataObject, scope: Scope, now: number): VendorRecord {
	const id = String(row.instance_id);
	const name = textIn(row.name);
	return {
		...blankRecord(scope, id, now),
		name: name ?? id,
		named: name !== null,
		// Whatever its own status is there: ERROR was printed.
		state: 'released',
		statusText: 'RECYCLE',
		spec: textIn(row.product_id),
		recycle: recycleOf(row),
	};
}
