import type { FleetInstance, VendorRecord } from './record';
import { keyOf } from './record';
import { isKept, isMarkUnreadable, markOf, TAGS } from './marks';
import type { PriceRow } from './prices';
import { priceOf } from './prices';
import { tagValue } from './tags';
import { daysSince } from './times';
import { wordIn } from './globs';

/** What the user's settings and the clock add to what a cloud tells. */
export interface Completing {
	/** Unix time by the clock of the cloud, or else of this machine, milliseconds. */
	now: number;
	/** Time zone of the workflow. */
	zone: string;
	/** Tags that name an owner, the first one that is there counts. */
	ownerTags: readonly string[];
	priceRows: readonly PriceRow[];
	protectedWords: readonly string[];
}

/** Tags that name an owner unless the user says otherwise. */
export const OWNER_TAGS: readonly string[] = ['owner', 'team', 'created-by'];

/** The record of an instance as the node gives it out. */
export function complete(record: VendorRecord, how: Completing): FleetInstance {
	const { tags, deletionProtection, name, createdAt, createdBy } = record;
	const owner = how.ownerTags.map((key) => tagValue(tags, key)?.trim()).find(Boolean);
	const warnings = isMarkUnreadable(tags)
		? [...record.warnings, `The tag ${TAGS.after} is not a date such as 2026-12-07.`]
		: record.warnings;
	return {
		...record,
		key: keyOf(record),
		account: null,
		owner: owner ?? createdBy,
		ageDays: daysSince(createdAt, how.now),
		protected: {
			vendor: deletionProtection,
			tag: isKept(tags, how.now, how.zone),
			name: wordIn(name, how.protectedWords) !== undefined,
		},
		mark: markOf(tags),
		price: priceOf(record, how.priceRows),
		warnings,
	};
}
