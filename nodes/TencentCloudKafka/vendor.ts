import { tencentBaseUrlOfValue, tencentEndpoint } from '../../credentials/regions/tencent';
import { regionOption } from '../shared/form/regionOption';
import type { Vendor } from '../shared/contract/vendor';
import { decode, unauthorized } from './api/decode';

/**
 * Requests a second and at once of one operation: 20 are documented for all of them but one. What is
 * left of the limit is for whatever else uses the account.
 */
const PACE = { perSecond: 19, atOnce: 8 };
const FASTER: Readonly<Record<string, typeof PACE>> = {
	DescribeInstanceAttributes: { perSecond: 90, atOnce: 8 },
};

/** API versions; the operations of CKafka have the first one. */
const CKAFKA_VERSION = '2019-08-19';
const CLS_VERSION = '2020-10-16';

/** The operations of the Log Service (CLS), which has a host and a version of its own. */
const OF_CLS: ReadonlySet<string> = new Set(['CheckRechargeKafkaServer']);

/** Tencent Cloud, as the shared request path needs it. */
export const tencent: Vendor = {
	name: 'Tencent Cloud',
	credential: 'managedKafkaTencentCloudApi',
	endpoint: (credentials, region, api) =>
		tencentEndpoint(credentials as never, OF_CLS.has(String(api)) ? 'cls' : 'ckafka', region),
	account: ({ secretId }) => String(secretId),
	envelope: (request, region) => ({
		...request,
		// A request without parameters is an empty object, not an empty text.
		body: request.body ?? {},
		headers: {
			...request.headers,
			'Content-Type': 'application/json',
			'X-TC-Action': request.api,
			'X-TC-Version': OF_CLS.has(request.api) ? CLS_VERSION : CKAFKA_VERSION,
			'X-TC-Region': region,
		},
	}),
	decode,
	unauthorized,
	pace: (api) => (Object.hasOwn(FASTER, api) ? FASTER[api] : PACE),
};

/** The option that every operation has: another region than the credential's. */
export const region = regionOption(tencentBaseUrlOfValue('"ckafka"'), 'ap-guangzhou');
