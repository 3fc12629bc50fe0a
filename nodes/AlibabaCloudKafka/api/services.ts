import type { AlibabaService } from '../../../credentials/regions/alibabaServices';

/** Which service of Alibaba Cloud has an operation, and what names it there. Hosts are in the credential's folder. */

interface ServiceInfo {
	/** Version of its API, which every request names. */
	version: string;
	/** Whether its requests name the region as a parameter. */
	namesRegion: boolean;
}

const SERVICES: Readonly<Record<AlibabaService, ServiceInfo>> = {
	alikafka: { version: '2019-09-16', namesRegion: true },
	cms: { version: '2019-01-01', namesRegion: true },
	ecs: { version: '2014-05-26', namesRegion: true },
	kms: { version: '2016-01-20', namesRegion: false },
	resourcemanager: { version: '2020-03-31', namesRegion: false },
	sts: { version: '2015-04-01', namesRegion: false },
	vpc: { version: '2016-04-28', namesRegion: true },
};

/** Operations of other services than ApsaraMQ for Kafka. */
const ELSEWHERE: Readonly<Record<string, AlibabaService>> = {
	DescribeMetricLast: 'cms',
	DescribeMetricList: 'cms',
	DescribeMetricMetaList: 'cms',
	DescribeSecurityGroups: 'ecs',
	DescribeVSwitches: 'vpc',
	DescribeVpcs: 'vpc',
	GetCallerIdentity: 'sts',
	ListAliases: 'kms',
	ListKeys: 'kms',
	ListResourceGroups: 'resourcemanager',
};

/** The service that an operation belongs to. */
export const serviceOf = (api: string): AlibabaService =>
	Object.hasOwn(ELSEWHERE, api) ? ELSEWHERE[api] : 'alikafka';

/** Parameters that name the API version of an operation and, where its service takes one, the region. */
export function namesOf(api: string, region: string): Record<string, string> {
	const { version, namesRegion } = SERVICES[serviceOf(api)];
	return { Action: api, Version: version, ...(namesRegion && { RegionId: region }) };
}
