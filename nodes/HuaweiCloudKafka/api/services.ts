import type { HuaweiService } from '../../../credentials/regions/huaweiServices';
import type { ApiRequest } from '../../shared/contract/vendor';

/** Which service of Huawei Cloud has an operation, and whose request it is there. */

/** Operations of other services than DMS. Elastic IPs share the host of the networks. */
const ELSEWHERE: Readonly<Record<string, HuaweiService>> = {
	ListVpcs: 'vpc',
	ListSubnets: 'vpc',
	ListSecurityGroups: 'vpc',
	ListPublicips: 'vpc',
	ListKeys: 'kms',
	ListEnterpriseProject: 'eps',
	GetCallerIdentity: 'sts',
	KeystoneListAuthDomains: 'iam',
	KeystoneListProjects: 'iam',
	ListMetrics: 'ces',
	ShowMetricData: 'ces',
	BatchListMetricData: 'ces',
};

/** The service that an operation belongs to. */
export const serviceOf = (api: string): HuaweiService =>
	Object.hasOwn(ELSEWHERE, api) ? ELSEWHERE[api] : 'dms';

/** The account, which the credential knows: a service for the whole account wants it instead of a project. */
const OF_ACCOUNT = { 'X-Domain-Id': '{domain_id}' };

/** Neither project nor account: the key alone says whose request it is. */
const OF_KEY = { 'X-Domain-Id': '' };

const SCOPES: Readonly<Partial<Record<HuaweiService, typeof OF_ACCOUNT>>> = {
	eps: OF_ACCOUNT,
	iam: OF_KEY,
	sts: OF_KEY,
};

/** A request with what says whose it is, where that is not a project. */
export function scoped(request: ApiRequest): ApiRequest {
	const scope = SCOPES[serviceOf(request.api)];
	return scope ? { ...request, headers: { ...request.headers, ...scope } } : request;
}
