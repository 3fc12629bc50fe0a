import type { IDataObject } from 'n8n-workflow';

import { ALIBABA_BASE_URL_OF_VALUE, alibabaEndpoint } from '../../credentials/regions/alibaba';
import { regionOption } from '../shared/form/regionOption';
import type { ApiRequest, Vendor } from '../shared/contract/vendor';
import { decode, unauthorized } from './api/decode';

/** Version of the API, which every request names. */
const VERSION = '2019-09-16';

/**
 * Requests a second and at once of one operation. The reference states a rate for a few, which are
 * kept a little below it: exactly at it, every request that travels faster than the one before comes
 * too soon. The others are kept to what a console session does.
 */
const PACE = { perSecond: 20, atOnce: 8 };
const SLOWER: Readonly<Record<string, typeof PACE>> = {
	CreateTopic: { perSecond: 0.95, atOnce: 1 },
	StartInstance: { perSecond: 1.9, atOnce: 2 },
	UpgradeInstanceVersion: { perSecond: 1.9, atOnce: 2 },
};

/** Parameters that must not be in a URL, where proxies and logs would keep them. */
const SECRETS: ReadonlySet<string> = new Set(['Password']);

/** Parameters in the query, as the vendor's SDK sends them, and secrets in a form. */
function envelope(request: ApiRequest, region: string): ApiRequest {
	const parameters = Object.entries({ ...request.query, ...request.body });
	const pick = (secret: boolean): IDataObject =>
		Object.fromEntries(parameters.filter(([name]) => SECRETS.has(name) === secret));
	const form = pick(true);
	const hasForm = Object.keys(form).length > 0;
	return {
		...request,
		query: { Action: request.api, Version: VERSION, RegionId: region, ...pick(false) },
		body: hasForm ? form : undefined,
		headers: {
			...request.headers,
			...(hasForm && { 'Content-Type': 'application/x-www-form-urlencoded' }),
		},
	};
}

/** The key; in a private cloud also the organization and resource group that requests are for. */
function account({ accessKeyId, endpoint, organizationId, resourceGroupId }: IDataObject): string {
	const within = endpoint ? [organizationId, resourceGroupId] : [];
	return [accessKeyId, ...within].map((part) => String(part ?? '')).join('/');
}

/** Alibaba Cloud, as the shared request path needs it. */
export const alibaba: Vendor = {
	name: 'Alibaba Cloud',
	credential: 'managedKafkaAlibabaCloudApi',
	endpoint: (credentials, region) => alibabaEndpoint(credentials as never, region),
	account,
	envelope,
	decode,
	unauthorized,
	pace: (api) => (Object.hasOwn(SLOWER, api) ? SLOWER[api] : PACE),
};

/** The option that every operation has: another region than the credential's. */
export const region = regionOption(ALIBABA_BASE_URL_OF_VALUE, 'cn-hangzhou');
