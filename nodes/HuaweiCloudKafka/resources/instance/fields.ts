import type { Field } from '../../../shared/contract/field';
import { choice, flag } from '../../../shared/form/fields';

/** Fields that several operations on instances have. */

export const IPV4 = [
	/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/,
	'must be an IPv4 address such as 192.168.0.10',
] as const;

export const retentionPolicy = (): Field =>
	choice('retention_policy', 'Capacity Threshold Policy', {
		values: {
			produce_reject: 'Reject New Messages',
			time_base: 'Delete Oldest Messages',
		},
		description: 'What to do when disk usage reaches the capacity threshold',
	});

/** Optional switch that is off by default, also in the API. */
export const optionalFlag = (wireName: string, name: string, whether: string): Field =>
	flag(wireName, name, `Whether ${whether}`);
