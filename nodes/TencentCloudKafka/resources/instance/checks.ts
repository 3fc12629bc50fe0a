import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';

/** What has to be a multiple of what, and under which label. */
const STEPS = [
	['DiskSize', 'Disk Size (GB)', 100],
	['Partition', 'Partitions', 100],
	['TopicNum', 'Topics', 100],
	['PublicNetwork', 'Public Bandwidth (Mbps)', 3],
	['PublicNetworkMonthly', 'Extra Public Bandwidth (Mbps)', 3],
] as const;

/**
 * Holds a size against the steps in which it can be had.
 *
 * @throws {BadInput}
 */
export function checkStep(label: string, value: unknown, step: number): void {
	if (value === undefined || (Number(value) >= 0 && Number(value) % step === 0)) return;
	throw new BadInput(label, `is ${String(value)}`, `Enter a multiple of ${step}.`);
}

/**
 * The same for all sizes of a request.
 *
 * @throws {BadInput}
 */
export function checkSteps(body: IDataObject): void {
	for (const [wireName, label, step] of STEPS) checkStep(label, body[wireName], step);
}

/**
 * Rules between parameters of a purchase.
 *
 * @throws {BadInput}
 */
export function checkPurchase({ body = {} }: ApiRequest): void {
	checkSteps(body);
	if (body.CustomSSLCertId !== undefined && body.SpecificationsType !== 'profession') {
		throw new BadInput(
			'SSL Certificate',
			'is available only for the Pro Edition',
			"Remove it, or set 'Edition' to 'Pro'.",
		);
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
