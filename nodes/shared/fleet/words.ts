/** The words of the fleet's records: each word means the same for every cloud. */

/** Clouds, as records, keys and fields name them. */
export type Cloud = 'alibaba' | 'huawei' | 'tencent';

/**
 * States of an instance. `undeployed`: bought, but not deployed. `expired`: out of service, as its time or
 * the account's money ran out. `outOfService`: stopped, expired, or released, and the cloud does not tell
 * which. `released`: data is gone, but it is still listed, or waits in the recycle bin. `unknown`: whatever
 * no table lists; `statusText` has the cloud's own word.
 */
export const STATES = [
	'running',
	'creating',
	'undeployed',
	'changing',
	'stopped',
	'expired',
	'outOfService',
	'released',
	'deleting',
	'failed',
	'gone',
	'unknown',
] as const;
export type State = (typeof STATES)[number];

export const HEALTHS = ['ok', 'warning', 'bad'] as const;
export type Health = (typeof HEALTHS)[number];

/** `unknown`: the cloud did not tell, which is treated as neither of the others. */
export const BILLINGS = ['payAsYouGo', 'subscription', 'unknown'] as const;
export type Billing = (typeof BILLINGS)[number];

/** Keys and values; a value may be "". */
export type Tags = Readonly<Record<string, string>>;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-12-01T08:00:00.000Z`. */
export type Time = string;
