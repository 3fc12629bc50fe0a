import companion from '../../../emulator/api/alibaba/companions/DescribeVpcs.json';
import ecs from '../../../emulator/api/alibaba/companions/DescribeSecurityGroups.json';
import kms from '../../../emulator/api/alibaba/companions/ListKeys.json';
import groups from '../../../emulator/api/alibaba/companions/ListResourceGroups.json';
import {
	alibabaServiceEndpoint,
	type AlibabaService,
} from '../../../credentials/regions/alibabaServices';
import { ALIBABA } from './support';

const at = (service: AlibabaService, endpoint = '', region?: string) =>
	alibabaServiceEndpoint({ ...ALIBABA, endpoint }, service, region);

test.each([
	['vpc', companion.calling.endpoint.exceptions],
	['ecs', ecs.calling.endpoint.exceptions],
] as const)('%s has the hosts that the facts name', (service, exceptions) => {
	for (const [region, host] of Object.entries(exceptions)) {
		expect(at(service, '', region)).toBe(`https://${host}`);
	}
	expect(at(service, '', 'eu-central-1')).toBe(`https://${service}.eu-central-1.aliyuncs.com`);
});

test('services of one rule are where the facts say', () => {
	expect(at('kms', '', 'cn-beijing')).toBe(
		`https://${kms.calling.endpoint.rule.replace('<region>', 'cn-beijing')}`,
	);
	expect(at('resourcemanager', '', 'cn-beijing')).toBe(`https://${groups.calling.endpoint.rule}`);
	expect(at('cms', '', 'cn-beijing')).toBe('https://metrics.cn-beijing.aliyuncs.com');
});

test('a custom endpoint says where the service is', () => {
	expect(at('vpc', 'https://{service}.{region}.example.com', 'cn-beijing')).toBe(
		'https://vpc.cn-beijing.example.com',
	);
	expect(at('cms', 'https://{service}.example.com')).toBe('https://metrics.example.com');
	expect(at('ecs', 'https://alikafka-vpc.{region}.aliyuncs.com', 'cn-beijing')).toBe(
		'https://ecs-vpc.cn-beijing.aliyuncs.com',
	);
});

test('the public endpoint of Kafka, written out, leads to the public ones of the others', () => {
	const written = 'https://alikafka.cn-hangzhou.aliyuncs.com/';
	expect(at('vpc', written, 'cn-hangzhou')).toBe('https://vpc.aliyuncs.com');
	expect(at('resourcemanager', written)).toBe('https://resourcemanager.aliyuncs.com');
});

test.each(['http://127.0.0.1:4510', 'http://localhost:4510/', 'http://[::1]:4510'])(
	'%s serves all of them',
	(endpoint) => {
		expect(at('kms', endpoint)).toBe(endpoint.replace(/\/$/, ''));
	},
);

test.each(['https://kafka.example.com', 'https://127.0.0.1.example.com'])(
	'%s serves Kafka alone',
	(endpoint) => {
		expect(at('alikafka', endpoint)).toBe(endpoint);
		expect(() => at('vpc', endpoint)).toThrow(
			"'Endpoint' leads only to Kafka, and not to VPC. Put {service} into it where the name of the service is, for example https://{service}.{region}.example.com",
		);
	},
);
