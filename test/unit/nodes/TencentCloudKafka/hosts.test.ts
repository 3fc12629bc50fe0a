/** Where a request of each service goes: lists in the editor and triggers ask several with one connection. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { call } from '../../../../nodes/shared/request/call';
import { systemClock } from '../../../../nodes/shared/request/clock';
import { connect } from '../../../../nodes/shared/request/connection';
import { listInstances, listRegions } from '../../../../nodes/TencentCloudKafka/api/requests';
import { listLogImports } from '../../../../nodes/TencentCloudKafka/api/logImports';
import { tencent } from '../../../../nodes/TencentCloudKafka/vendor';
import type { ApiRequest } from '../../../../nodes/shared/contract/vendor';
import { fakeContext } from '../../../support/fakeContext';

const tags: ApiRequest = {
	api: 'DescribeResourceTagsByResourceIds',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: { ServiceType: 'ckafka', ResourcePrefix: 'ckafkaId', ResourceIds: ['ckafka-1'] },
};

async function sentTo(...requests: ApiRequest[]): Promise<IHttpRequestOptions[]> {
	const sent: IHttpRequestOptions[] = [];
	const context = fakeContext({
		parameters: {},
		answer: (request) => {
			sent.push(request);
			return { body: { Response: { TotalCount: 0, RequestId: 'r' } } };
		},
	});
	const connection = await connect(context, tencent, systemClock);
	for (const request of requests) await call(connection, request);
	return sent;
}

const linesOf = (sent: IHttpRequestOptions[]) =>
	sent.map(({ baseURL, headers = {} }) => [baseURL, headers['X-TC-Version']]);

test('each request goes to the host of its own service, and the next one back', async () => {
	const sent = await sentTo(listInstances(), listLogImports('log-1'), tags, listRegions());
	expect(linesOf(sent)).toEqual([
		['https://ckafka.tencentcloudapi.com', '2019-08-19'],
		['https://cls.tencentcloudapi.com', '2020-10-16'],
		['https://tag.tencentcloudapi.com', '2018-08-13'],
		['https://ckafka.tencentcloudapi.com', '2019-08-19'],
	]);
});

test('what the Tag service is asked for has the region of the connection', async () => {
	const [{ body }] = await sentTo(tags);
	expect(body).toMatchObject({ ResourceRegion: 'cn-north-4' });
	const change = { ...tags, api: 'ModifyResourceTags', effect: 'read' } as ApiRequest;
	const Resource = 'qcs::ckafka::uin/:ckafkaId/ckafka-1';
	const [named] = await sentTo({ ...change, body: { Resource } });
	expect(named.body).toEqual({ Resource: 'qcs::ckafka:cn-north-4:uin/:ckafkaId/ckafka-1' });
});
