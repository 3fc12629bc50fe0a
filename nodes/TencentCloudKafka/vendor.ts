import type { IDataObject } from 'n8n-workflow';

import { ManagedKafkaTencentCloudApi } from '../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { assumesRole } from '../../credentials/fields/role';
import { usesWebIdentity } from '../../credentials/fields/tencentWebIdentity';
import { tencentEndpoint } from '../../credentials/regions/tencent';
import { endSessionAt } from '../../credentials/session/kept';
import { tencentRoles } from '../../credentials/session/tencent';
import { regionOption } from '../shared/form/regionOption';
import type { Pace, Vendor } from '../shared/contract/vendor';
import { decode, unauthorized } from './api/decode';
import { actionOf, serviceOf, versionOf } from './api/services';
import { withRegionInNames } from './api/tags';

/** Requests at once of one operation. */
const AT_ONCE = 8;

/** What is left of a limit for whatever else uses the account. */
const SHARE = 0.95;

/** Requests a second that the service takes of one operation, where its pages name no other rate. */
const USUAL = 20;

/** The other rates, by the overviews of the API (597/40823, 597/35332), the list of all APIs of 2025-10-30, and single pages. */
const RATES: Readonly<Record<string, number>> = {
	AssumeRole: 600,
	CreateAcl: 100,
	CreateInstancePre: 10,
	CreateRoute: 100,
	CreateUser: 100,
	DeleteAcl: 100,
	DeleteTopic: 1,
	DeleteUser: 100,
	DescribeACL: 100,
	DescribeCkafkaZone: 100,
	DescribeConsumerGroup: 100,
	DescribeGroup: 100,
	DescribeInstanceAttributes: 100,
	DescribeRegion: 100,
	DescribeResourceTagsByResourceIds: 100,
	DescribeTopicSyncReplica: 5,
	DescribeUser: 100,
	FetchMessageListByOffset: 1,
	FetchMessageListByTimestamp: 1,
	ModifyInstanceAttributes: 100,
	ModifyPassword: 100,
	ModifyTopicAttributes: 100,
	SendMessage: 5000,
};

function paceOf(api: string): Pace {
	const rate = Object.hasOwn(RATES, api) ? RATES[api] : USUAL;
	return { perSecond: rate * SHARE, atOnce: AT_ONCE };
}

/** The key, or the provider of the token, and the role it assumes. */
function account(credentials: IDataObject): string {
	const { secretId, roleArn, oidcProvider } = credentials;
	const who = usesWebIdentity(credentials as never) ? oidcProvider : secretId;
	const role = assumesRole(credentials as never) ? [roleArn] : [];
	return [who, ...role].map((part) => String(part).trim()).join('/');
}

/** Codes of a refusal of temporary keys that have ended. */
const EXPIRED: ReadonlySet<unknown> = new Set(['AuthFailure.TokenFailure']);

/** Code of a failure. */
const codeIn = (body: unknown) =>
	(body as { Response?: { Error?: { Code?: unknown } } } | undefined)?.Response?.Error?.Code;

/** Tencent Cloud, as the shared request path needs it. */
export const tencent: Vendor = {
	name: 'Tencent Cloud',
	credential: 'managedKafkaTencentCloudApi',
	fields: () => new ManagedKafkaTencentCloudApi().properties,
	endpoint: (credentials, region, api) =>
		tencentEndpoint(credentials as never, serviceOf(String(api)), region),
	serviceOf,
	account,
	sessions: (credentials) => tencentRoles.sentWith(credentials as never),
	endSessionAt: (credentials, signal) => endSessionAt(credentials as never, signal),
	renewed: (credentials, { body }) =>
		EXPIRED.has(codeIn(body)) && tencentRoles.refuse(credentials as never),
	envelope: (request, region) => ({
		...request,
		// A request without parameters is an empty object, not an empty text.
		body: withRegionInNames(request.body ?? {}, region),
		headers: {
			...request.headers,
			'Content-Type': 'application/json',
			'X-TC-Action': actionOf(request.api),
			'X-TC-Version': versionOf(request.api),
			// For the signature, where neither host nor version says it; it is not sent.
			'X-TC-Service': serviceOf(request.api),
			'X-TC-Region': region,
			// Messages and names are Chinese otherwise.
			'X-TC-Language': 'en-US',
		},
	}),
	decode,
	unauthorized,
	pace: paceOf,
};

/** The option that every operation has: another region than the credential's. */
export const region = regionOption('ap-guangzhou');
