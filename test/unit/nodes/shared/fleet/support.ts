import { complete } from '../../../../../nodes/shared/fleet/complete';
import type { Grounds, Keep } from '../../../../../nodes/shared/fleet/grounds';
import type { FleetInstance, VendorRecord } from '../../../../../nodes/shared/fleet/record';
import { blankRecord } from '../../../../../nodes/shared/fleet/record';

export const NOW = Date.parse('2026-12-01T12:00:00Z');
export const DAY = 86_400_000;

export const KEEP: Keep = {
	tags: [],
	words: ['prod', 'production', 'prd', 'live'],
	ids: [],
	minimumAgeHours: 24,
};

/** No age keeps anything. */
export const young: Keep = { ...KEEP, minimumAgeHours: 0 };

/** The moment so many milliseconds before now, as records have it. */
export const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();

/** A running pay-as-you-go instance of 60 days, with what is given. */
export function instance(given: Partial<VendorRecord> = {}): FleetInstance {
	const scope = {
		cloud: 'tencent',
		region: 'ap-guangzhou',
		project: null,
		projectId: null,
	} as const;
	const record: VendorRecord = {
		...blankRecord(scope, 'ckafka-1', NOW),
		name: 'orders-dev',
		state: 'running',
		billing: 'payAsYouGo',
		createdAt: new Date(NOW - 60 * DAY).toISOString(),
		tags: {},
		...given,
	};
	return complete(record, {
		now: NOW,
		zone: 'UTC',
		ownerTags: ['owner'],
		priceRows: [],
		protectedWords: KEEP.words,
	});
}

/** Grounds without any rule. */
export const grounds = (given: Partial<Grounds> = {}): Grounds => ({
	rules: {},
	combine: 'any',
	keep: KEEP,
	now: NOW,
	here: NOW,
	zone: 'UTC',
	...given,
});
