import Cms, { DescribeMetricListRequest } from '@alicloud/cms20190101';
import { $OpenApiUtil } from '@alicloud/openapi-core';

import { EXAMPLE, type Emulator } from '../../../emulator';

/**
 * Asks CloudMonitor by @alicloud/cms20190101, which signs by the real clock.
 *
 * @param parameters By their names on the wire
 * @returns The text that holds the points
 */
export async function describeMetricList(
	{ alibaba, credentials }: Emulator,
	parameters: Record<string, string>,
): Promise<string | undefined> {
	const { accessKeyId, accessKeySecret } = credentials.alibaba.permanent;
	const client = new Cms(
		new $OpenApiUtil.Config({
			accessKeyId,
			accessKeySecret,
			protocol: 'http',
			endpoint: new URL(alibaba.url).host,
			regionId: EXAMPLE.alibaba.region,
		}),
	);
	const members = Object.entries(DescribeMetricListRequest.names())
		.filter(([, wireName]) => parameters[wireName] !== undefined)
		.map(([name, wireName]) => [name, parameters[wireName]]);
	const request = new DescribeMetricListRequest(Object.fromEntries(members));
	const answer = await client.describeMetricList(request);
	return answer.body?.datapoints;
}
