import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { ManagedKafkaHuaweiCloudApi } from '../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { wayOf } from '../../credentials/fields/agency';
import { assumesAgency, ownProjectId, usesAccessKey } from '../../credentials/fields/huawei';
import { huaweiAgencies } from '../../credentials/session/huaweiAgency';
import {
	endSessionAt,
	ensureSession,
	sessionsSentWith,
	type SessionTime,
} from '../../credentials/session/huawei';
import { systemWaiting } from '../../credentials/session/iamTime';
import { huaweiServiceEndpoint } from '../../credentials/regions/huaweiServices';
import { systemClock } from '../shared/request/clock';
import { regionOption } from '../shared/form/regionOption';
import type { Clock } from '../shared/contract/clock';
import type { AccountAccess, Vendor } from '../shared/contract/vendor';
import { decode, unauthorized } from './api/decode';
import { scoped, serviceOf } from './api/services';

/**
 * Requests a second and at once of one operation. The reference states no rate but one: topic
 * details, once a second and instance. That is kept a little below it: exactly at it, every request
 * that travels faster than the one before comes too soon. The others are kept to what a console
 * session does.
 */
const PACE = { perSecond: 20, atOnce: 8 };
const SLOWER: Readonly<Record<string, typeof PACE>> = {
	ShowInstanceTopicDetail: { perSecond: 0.95, atOnce: 1 },
	// Cloud Eye takes 500 a minute.
	BatchListMetricData: { perSecond: 8, atOnce: 4 },
	// IAM takes 5 a second of one address (sbercloud #388).
	KeystoneListAuthDomains: { perSecond: 4, atOnce: 1 },
	KeystoneListProjects: { perSecond: 4, atOnce: 1 },
};

/** Key ID and the agency it assumes, or account of a login. */
function ownerOf(data: ICredentialDataDecryptedObject): string {
	if (!usesAccessKey(data)) return String(data.domainName);
	const { accessKeyId, delegatingAccountName, agencyName, agencyUrn } = data;
	const way = assumesAgency(data) ? wayOf(data) : undefined;
	if (way === 'oidc') return String(agencyUrn).trim();
	const agency =
		way === 'sts' ? [agencyUrn] : way === 'iam' ? [delegatingAccountName, agencyName] : [];
	return [accessKeyId, ...agency].map((part) => String(part).trim()).join('/');
}

/** A project of the account, where the credential names one for the region. */
function account(credentials: IDataObject, region: string): string {
	const data = credentials as ICredentialDataDecryptedObject;
	return [ownerOf(data), ownProjectId(data, region)].join('/');
}

/** The time by which what requests need is fetched. */
export const sessionTimeOf = (clock: Clock): SessionTime => ({
	now: () => clock.now(),
	timeout: (duration: number) => clock.timeout(duration),
	// In one queue with what the credential itself asks of IAM.
	waiting: clock === systemClock ? systemWaiting : clock,
});

/** With the project that IAM has for the region: a credential that names it leads to the same one. */
async function settledAccount(
	credentials: IDataObject,
	region: string,
	{ httpRequest, clock, signal }: AccountAccess,
): Promise<string | undefined> {
	const data = credentials as ICredentialDataDecryptedObject;
	if (ownProjectId(data, region) !== '') return undefined;
	endSessionAt(data, signal);
	const { projectId } = await ensureSession(httpRequest, data, region, sessionTimeOf(clock));
	return [ownerOf(data), projectId].join('/');
}

/** Huawei Cloud, as the shared request path needs it. */
export const huawei: Vendor = {
	name: 'Huawei Cloud',
	credential: 'managedKafkaHuaweiCloudApi',
	fields: () => new ManagedKafkaHuaweiCloudApi().properties,
	endpoint: (credentials, region, api) =>
		huaweiServiceEndpoint(credentials as never, serviceOf(String(api)), region),
	serviceOf,
	account,
	settledAccount,
	sessions: (credentials) => [
		...sessionsSentWith(credentials as never),
		...huaweiAgencies.sentWith(credentials as never),
	],
	endSessionAt,
	regionHeaders: (region) => ({ 'X-Region': region }),
	envelope: scoped,
	decode,
	unauthorized,
	pace: (api) => (Object.hasOwn(SLOWER, api) ? SLOWER[api] : PACE),
};

/** The option that every operation has: another region than the credential's. */
export const region = regionOption('cn-north-4');
