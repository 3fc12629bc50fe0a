import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import { countIn } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { readList } from '../../shared/request/readList';
import { instancePages } from './pages';
import { listInstances } from './requests';

/** Instances of a project and region. */
export interface Instances {
	rows: IDataObject[];
	/** How many the service counts, which may be more than it lists, such as while some are deleted. */
	count: number;
}

/**
 * All instances of a project and region, whatever became of them.
 *
 * @param send Sends a request, and may look at what came
 * @param advice What to do where the list cannot be read, full sentences
 * @throws {Failure} Also when the list changed each time it was read
 */
export async function readInstances(
	send: (request: ApiRequest) => Promise<IDataObject>,
	advice: string,
): Promise<Instances> {
	let count = 0;
	const page = async (request: ApiRequest) => {
		const body = await send(request);
		count = countIn(body.instance_num) ?? NaN;
		if (Number.isInteger(count)) return body;
		throw new Failure('broken', "the list could not be read: 'instance_num' is missing", {
			advice,
		});
	};
	const read = async () =>
		await readList(page, listInstances({ include_failure: 'true' }), instancePages, Infinity);
	const first = await read();
	if (first.isSteady) return { rows: first.some(), count };
	// A total that counts more than it lists is not a list that changes: then both are the same.
	const second = await read();
	const ids = (listing: typeof first) =>
		listing
			.some()
			.map((row) => row.instance_id)
			.join();
	if (second.isSteady || ids(first) === ids(second)) return { rows: second.some(), count };
	throw new Failure('broken', 'the list of instances changed every time it was read', {
		advice,
		isChanging: true,
	});
}
