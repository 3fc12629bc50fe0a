import type { FactsVendor } from '../../../../emulator/core/facts';
import { ALIBABA_DATA_SOURCES, ALIBABA_RESOURCES } from './alibaba';
import { HUAWEI_DATA_SOURCES } from './huaweiDataSources';
import { HUAWEI_RESOURCES } from './huaweiResources';
import type { Mappings, Registered } from './mapping';
import alibaba from './registered/alibaba.json';
import huawei from './registered/huawei.json';
import tencent from './registered/tencent.json';
import { TENCENT_DATA_SOURCES, TENCENT_RESOURCES } from './tencent';

/** A provider as it was released, and how what it registers maps to operations. */
export interface Provider {
	vendor: FactsVendor;
	title: string;
	/**
	 * Drawn from the source of the release: what its `provider.go` registers under a name of Kafka (of DMS apart
	 * from RabbitMQ and RocketMQ), and the API calls in the files of each.
	 */
	registered: Registered;
	resources: Mappings;
	dataSources: Mappings;
	/** Calls by which the provider waits or looks around; every operation that waits makes such ones. */
	waiting: readonly string[];
}

export const PROVIDERS: readonly Provider[] = [
	{
		vendor: 'huawei',
		title: 'Huawei Cloud',
		registered: huawei,
		resources: HUAWEI_RESOURCES,
		dataSources: HUAWEI_DATA_SOURCES,
		waiting: [
			'GET /v2/{project_id}/instances/{instance_id}',
			'GET /v2/{project_id}/instances/{instance_id}/tasks',
			'GET /v2/{project_id}/instances/{instance_id}/tasks/{task_id}',
			'GET /v2/{project_id}/instances/{instance_id}/manage/cluster',
			'GET /v2/available-zones',
		],
	},
	{
		vendor: 'alibaba',
		title: 'Alibaba Cloud',
		registered: alibaba,
		resources: ALIBABA_RESOURCES,
		dataSources: ALIBABA_DATA_SOURCES,
		waiting: [],
	},
	{
		vendor: 'tencent',
		title: 'Tencent Cloud',
		registered: tencent,
		resources: TENCENT_RESOURCES,
		dataSources: TENCENT_DATA_SOURCES,
		waiting: ['DescribeInstanceAttributes', 'DescribeTaskStatus', 'DescribeTopicAttributes'],
	},
];
