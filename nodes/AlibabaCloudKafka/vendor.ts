import type { IDataObject } from 'n8n-workflow';

import { ManagedKafkaAlibabaCloudApi } from '../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { usesOidc } from '../../credentials/fields/alibabaOidc';
import { assumesRole } from '../../credentials/fields/role';
import { alibabaRoles } from '../../credentials/session/alibaba';
import { endSessionAt } from '../../credentials/session/kept';
import { alibabaServiceEndpoint } from '../../credentials/regions/alibabaServices';
import { regionOption } from '../shared/form/regionOption';
import type { ApiRequest, Pace, Vendor } from '../shared/contract/vendor';
import { decode, unauthorized } from './api/decode';
import { namesOf, serviceOf } from './api/services';

/** Requests at once of one operation. */
const AT_ONCE = 8;

/**
 * Requests a second of one operation: what a console session does. Most operations take more, and for a
 * third of them no rate is known.
 */
const USUAL = 20;

/** What is left of a limit: exactly at it, a request that travels faster than the one before comes too soon. */
const SHARE = 0.95;

/**
 * Operations that take no more than the usual, by the vendor's page on API quotas, which counts by account,
 * region, and operation. CreateTopic has had one a second by the reference of 2022; the newer SDK agrees
 * with the page.
 */
const RATES: Readonly<Record<string, number>> = {
	CreateAcl: 10,
	CreatePostPayInstance: 2,
	CreatePostPayOrder: 2,
	CreatePrePayInstance: 2,
	CreatePrePayOrder: 2,
	CreateSaslUser: 10,
	CreateTopic: 20,
	DeleteAcl: 10,
	DeleteSaslUser: 10,
	// All regions of an account share 50, and the fleet reads four at once.
	DescribeMetricList: 12,
	QueryMessage: 10,
	ReleaseInstance: 2,
	StartInstance: 2,
	StopInstance: 20,
	UpdateConsumerOffset: 20,
	UpdateInstanceConfig: 2,
	UpgradeInstanceVersion: 2,
	UpgradePostPayOrder: 2,
	UpgradePrePayOrder: 2,
};

function paceOf(api: string): Pace {
	if (!Object.hasOwn(RATES, api)) return { perSecond: USUAL, atOnce: AT_ONCE };
	return { perSecond: RATES[api] * SHARE, atOnce: Math.min(AT_ONCE, RATES[api]) };
}

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
		query: { ...namesOf(request.api, region), ...pick(false) },
		body: hasForm ? form : undefined,
		headers: {
			...request.headers,
			...(hasForm && { 'Content-Type': 'application/x-www-form-urlencoded' }),
		},
	};
}

/** The key and the role it assumes; in a private cloud also the organization and resource group that requests are for. */
function account(credentials: IDataObject): string {
	const { accessKeyId, roleArn, endpoint, organizationId, resourceGroupId } = credentials;
	const isToken = usesOidc(credentials as never);
	const role = assumesRole(credentials as never) ? [roleArn] : [];
	const who = isToken ? credentials.oidcProviderArn : accessKeyId;
	const within = endpoint ? [organizationId, resourceGroupId] : [];
	return [who, ...role, ...within].map((part) => String(part ?? '').trim()).join('/');
}

/** Codes of a refusal of temporary keys that have ended. */
const EXPIRED: ReadonlySet<unknown> = new Set(['InvalidSecurityToken.Expired']);

/** Alibaba Cloud, as the shared request path needs it. */
export const alibaba: Vendor = {
	name: 'Alibaba Cloud',
	credential: 'managedKafkaAlibabaCloudApi',
	fields: () => new ManagedKafkaAlibabaCloudApi().properties,
	endpoint: (credentials, region, api) =>
		alibabaServiceEndpoint(credentials as never, serviceOf(String(api)), region),
	serviceOf,
	account,
	sessions: (credentials) => alibabaRoles.sentWith(credentials as never),
	endSessionAt: (credentials, signal) => endSessionAt(credentials as never, signal),
	renewed: (credentials, { body }) =>
		EXPIRED.has((body as IDataObject | undefined)?.Code) &&
		alibabaRoles.refuse(credentials as never),
	envelope,
	decode,
	unauthorized,
	pace: paceOf,
};

/** The option that every operation has: another region than the credential's. */
export const region = regionOption('cn-hangzhou');
