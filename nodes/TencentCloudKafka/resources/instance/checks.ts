import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';

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
	for (const [wireName, label, step] of STEPS) {
		const value = body[wireName];
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
			"Add it under 'Multi-Zone Deployment' in 'Options'. It is required when 'Multiple Zones' is on.",
		);
	}
	if (listed.length > 1 && body.MultiZoneFlag !== true) {
		throw new BadInput(
			'Multiple Zones',
			'is off',
			"Turn it on under 'Multi-Zone Deployment' in 'Options', or remove 'Zone Names or IDs'.",
		);
	}
}
