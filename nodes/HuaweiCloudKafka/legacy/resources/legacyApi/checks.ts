import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../shared/contract/badInput';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { checkWindow } from './windows';

/** What each bandwidth comes with. */
const SPECIFICATIONS: Readonly<Record<string, { storage: number; partitions: string }>> = {
	'100MB': { storage: 600, partitions: '300' },
	'300MB': { storage: 1200, partitions: '900' },
	'600MB': { storage: 2400, partitions: '1800' },
	'1200MB': { storage: 4800, partitions: '1800' },
};

function checkSpecification({ specification, ...body }: IDataObject): void {
	const name = String(specification);
	const { storage, partitions } = SPECIFICATIONS[name];
	if (Number(body.storage_space) < storage) {
		throw new BadInput(
			'Storage (GB)',
			`is ${String(body.storage_space)}`,
			`A bandwidth of ${name} requires at least ${storage} GB.`,
		);
	}
	if (body.partition_num !== partitions) {
		throw new BadInput(
			'Maximum Partitions',
			`is ${String(body.partition_num)}`,
			`A bandwidth of ${name} requires ${partitions} partitions.`,
		);
	}
	if (partitions === '1800' && body.storage_spec_code === 'dms.physical.storage.high') {
		throw new BadInput(
			'Disk Type',
			'is High I/O',
			`A bandwidth of ${name} requires Ultra-High I/O.`,
		);
	}
}

/**
 * Rules between the parameters of a new instance of V1, 7.1.1.1.
 *
 * @throws {BadInput}
 */
export function checkNew(request: ApiRequest): void {
	const { body = {} } = request;
	checkSpecification(body);
	checkWindow(request);
	if ((body.available_zones as string[]).length === 2) {
		throw new BadInput(
			'Availability Zone Names or IDs',
			'has two zones',
			'Select one zone, or three or more.',
		);
	}
	if (body.ssl_enable !== true) return;
	for (const [wireName, label] of [
		['access_user', 'SASL User'],
		['password', 'Password'],
	]) {
		if (body[wireName] !== undefined) continue;
		throw new BadInput(label, 'is missing', "Add it under 'Options'. It is required for 'SASL'.");
	}
}
