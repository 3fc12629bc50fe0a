import { isRegion } from '../../credentials/checks';
import { HUAWEI_BASE_URL_OF_VALUE, huaweiEndpoint } from '../../credentials/regions/huawei';
import type { Field } from '../shared/field';
import { choice } from '../shared/fields';
import { BadInput } from '../shared/badInput';
import { REGION } from '../shared/send';
import type { Vendor } from '../shared/vendor';
import { decode, unauthorized } from './answers';

/**
 * Requests a second and at once of one operation. The reference states no rate but one: topic
 * details, once a second and instance. The others are kept to what a console session does.
 */
const PACE = { perSecond: 20, atOnce: 8 };
const SLOWER: Readonly<Record<string, typeof PACE>> = {
	ShowInstanceTopicDetail: { perSecond: 1, atOnce: 1 },
};

/** Huawei Cloud, as the shared request path needs it. */
export const huawei: Vendor = {
	name: 'Huawei Cloud',
	credential: 'huaweiCloudApi',
	endpoint: (credentials, region) => huaweiEndpoint(credentials as never, region),
	regionHeaders: (region) => ({ 'X-Region': region }),
	decode,
	unauthorized,
	pace: (api) => (Object.hasOwn(SLOWER, api) ? SLOWER[api] : PACE),
};

/** The list comes from a method, so that it is not in the description once for each operation. */
const region = choice(REGION, 'Region Name or ID', {
	place: 'none',
	load: { method: 'getRegions' },
	hint: "Another region than the credential's; a domain restriction of the credential has to allow its host",
});

/** The option that every operation has: another region than the credential's. */
export const regionOption: Field = {
	...region,
	mayBeBlank: true,
	property: {
		...region.property,
		routing: { request: { baseURL: HUAWEI_BASE_URL_OF_VALUE } },
	},
	toWire: (value) => {
		if (value === '') return undefined;
		if (value && isRegion(String(value))) return value;
		throw new BadInput(
			'Region Name or ID',
			'is not a region ID',
			'Choose one from the list, or give an ID such as cn-north-4.',
		);
	},
};
