/** Runs the read or the write of one vendor, as the arguments say, and hands over its row. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { INodeParameters } from 'n8n-workflow';

import { startEmulator, type Emulator } from '../../emulator';
import { chain, createHarness, node } from '../harness';
import { done } from './apart';
import { rounded } from './measure';
import type { Cell } from './table';

/** As many as keep the limit busy for most of a minute. */
const ITEMS = 1000;
/** What the clouds take a second of each of these operations, as documented or guessed. */
const LIMIT = 20;

type VendorName = 'huawei' | 'alibaba' | 'tencent';

interface Vendor {
	vendor: VendorName;
	name: string;
	type: string;
	credential: string;
	data(em: Emulator): Record<string, unknown>;
	/** An instance to work on. */
	home(em: Emulator): string;
	read: string;
	write: string;
	/** The name of the new thing. */
	named: INodeParameters;
}

const N = '={{ $json.n }}';

const VENDORS: Vendor[] = [
	{
		vendor: 'huawei',
		name: 'Huawei Cloud',
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
		credential: 'managedKafkaHuaweiCloudApi',
		data: ({ huawei, credentials }) => ({
			authentication: 'accessKey',
			accessKeyId: credentials.huawei.permanent.accessKey,
			secretAccessKey: credentials.huawei.permanent.secretKey,
			region: 'cn-north-4',
			projectId: credentials.huawei.projectId,
			endpoint: huawei.url,
			iamEndpoint: huawei.iamUrl,
		}),
		home: ({ huawei }) => huawei.state.seed({ name: 'home', sslEnable: true }).id,
		read: 'instance/get',
		write: 'consumerGroup/create',
		named: { groupName: N },
	},
	{
		vendor: 'alibaba',
		name: 'Alibaba Cloud',
		type: 'n8n-nodes-managed-kafka.alibabaCloudKafka',
		credential: 'managedKafkaAlibabaCloudApi',
		data: ({ alibaba, credentials }) => ({
			accessKeyId: credentials.alibaba.permanent.accessKeyId,
			accessKeySecret: credentials.alibaba.permanent.accessKeySecret,
			region: 'cn-hangzhou',
			endpoint: alibaba.url,
			signatureVersion: 'ACS3-HMAC-SHA256',
		}),
		home: ({ alibaba }) => alibaba.state.seed({ name: 'home', topicQuota: 2000 }).id,
		read: 'consumerGroup/getAll',
		write: 'consumerGroup/create',
		named: { groupName: N },
	},
	{
		vendor: 'tencent',
		name: 'Tencent Cloud',
		type: 'n8n-nodes-managed-kafka.tencentCloudKafka',
		credential: 'managedKafkaTencentCloudApi',
		data: ({ tencent, credentials }) => ({
			secretId: credentials.tencent.permanent.secretId,
			secretKey: credentials.tencent.permanent.secretKey,
			region: 'ap-guangzhou',
			site: 'china',
			endpoint: tencent.url,
		}),
		home: ({ tencent }) =>
			tencent.state.seed({ name: 'home', topicQuota: 1000, partitionQuota: 3000 }).id,
		read: 'topic/getAll',
		write: 'topic/create',
		named: { topicName: N, partitionNum: 1, replicaNum: 1 },
	},
];

const megabytes = () => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 2 ** 20;
};

async function measure(vendor: Vendor, operation: string): Promise<Cell[]> {
	const em = await startEmulator({ rateLimits: true, keepRequests: 10 * ITEMS });
	const n8n = await createHarness({
		credentials: { [vendor.credential]: vendor.data(em) as never },
	});
	const [resource, name] = operation.split('/');
	const parameters: INodeParameters = {
		resource,
		operation: name,
		instanceId: { __rl: true, mode: 'id', value: vendor.home(em) },
		...(name === 'create' && vendor.named),
	};
	const workflow = chain(node('K', vendor.type, parameters, { credentials: [vendor.credential] }));
	const before = megabytes();
	let most = before;
	const sampling = setInterval(() => {
		most = Math.max(most, process.memoryUsage().heapUsed / 2 ** 20);
	}, 500);
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	const run = await n8n.run(workflow, {
		inputItems: Array.from({ length: ITEMS }, (_, i) => ({ json: { n: `bench-${i}` } })),
	});
	delay.disable();
	clearInterval(sampling);
	if (run.error) throw run.error;
	const [{ operation: api }] = em.requests;
	const times = em.requests.filter((one) => one.operation === api).map(({ time }) => time);
	const rate = ((times.length - 1) / (times[times.length - 1] - times[0])) * 1000;
	await em.close();
	return [
		vendor.name,
		String(api),
		run.output('K').length >= ITEMS || name === 'getAll' ? ITEMS : run.output('K').length,
		times.length - ITEMS,
		rounded(rate),
		`${Math.round((rate / LIMIT) * 100)}%`,
		rounded(before),
		rounded(most),
		rounded(megabytes()),
		rounded(delay.percentile(50) / 1e6),
		rounded(delay.percentile(99) / 1e6),
		rounded(delay.max / 1e6),
	];
}

async function main() {
	const [, , name, kind] = process.argv;
	const vendor = VENDORS.find((one) => one.vendor === name);
	if (vendor) done(await measure(vendor, kind === 'read' ? vendor.read : vendor.write));
}

void main();
