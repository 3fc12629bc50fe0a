/** Runs the workflow or the scripts of one vendor, as the arguments say, and sends the results to the parent. */
import type { INodeParameters } from 'n8n-workflow';

import { credentialsOf } from '../../demo/credentials';
import { EXAMPLE, startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { chain, createHarness, node } from '../harness';
import { alibabaClient, models } from '../support/sdks/alibaba';
import { huaweiClient } from '../support/sdks/huawei';
import type { Methods } from '../support/sdks/sdk';
import { tencentClient } from '../support/sdks/tencent';
import { done } from './apart';
import { rounded } from './measure';

/** One run: how long it took, how many requests the cloud saw, and how many of its calls failed. */
export interface Run {
	vendor: string;
	name: string;
	items: number;
	seconds: number;
	requests: number;
	failures: number;
}

const LATENCY_MS = 50;
const TOPIC = '={{ $json.topic }}';
const regionId = EXAMPLE.alibaba.region;

interface Vendor {
	name: string;
	items: number;
	seed: EmulatorOptions;
	instanceOf(emulator: Emulator): string;
	type: string;
	credential: string;
	/** What creates a topic, besides the instance. */
	topic: INodeParameters;
	client(emulator: Emulator): Methods;
	create(client: Methods, instance: string, topic: string): Promise<unknown>;
	get(client: Methods, instance: string): Promise<unknown>;
}

const VENDORS: Record<string, Vendor> = {
	huawei: {
		name: 'Huawei Cloud',
		items: 500,
		seed: { huawei: { instances: [{ name: 'orders' }] } },
		instanceOf: ({ huawei }) => huawei.state.named('orders')?.id ?? '',
		type: 'huaweiCloudKafka',
		credential: 'managedKafkaHuaweiCloudApi',
		topic: { topicName: TOPIC, partition: 1, options: { replication: 1 } },
		client: huaweiClient,
		create: async (client, instance, id) =>
			await client.createInstanceTopic({
				instance_id: instance,
				body: { id, partition: 1, replication: 1 },
			}),
		get: async (client, instance) => await client.showInstance({ instance_id: instance }),
	},
	alibaba: {
		name: 'Alibaba Cloud',
		items: 500,
		seed: { alibaba: { instances: [{ name: 'orders', topicQuota: 1000 }] } },
		instanceOf: ({ alibaba }) => alibaba.state.named('orders')?.id ?? '',
		type: 'alibabaCloudKafka',
		credential: 'managedKafkaAlibabaCloudApi',
		topic: { topicName: TOPIC, remark: 'bench', options: { partitionNum: 1 } },
		client: alibabaClient,
		create: async (client, instanceId, topic) =>
			await client.createTopic(
				new models.CreateTopicRequest({
					instanceId,
					topic,
					remark: 'bench',
					partitionNum: '1',
					regionId,
				}),
			),
		get: async (client, instanceId) =>
			await client.getInstanceList(
				new models.GetInstanceListRequest({ instanceId: [instanceId], regionId }),
			),
	},
	tencent: {
		name: 'Tencent Cloud',
		items: 500,
		seed: { tencent: { instances: [{ name: 'orders', topicQuota: 1000, partitionQuota: 3000 }] } },
		instanceOf: ({ tencent }) => tencent.state.named('orders')?.id ?? '',
		type: 'tencentCloudKafka',
		credential: 'managedKafkaTencentCloudApi',
		topic: { topicName: TOPIC, partitionNum: 1, replicaNum: 1 },
		client: tencentClient,
		create: async (client, InstanceId, TopicName) =>
			await client.CreateTopic({ InstanceId, TopicName, PartitionNum: 1, ReplicaNum: 1 }),
		get: async (client, InstanceId) => await client.DescribeInstancesDetail({ InstanceId }),
	},
};

const topicNames = (count: number) => Array.from({ length: count }, (_, i) => `orders-${i}`);

/** A cloud as far away and as strict as the real one. */
async function openCloud({ seed }: Vendor): Promise<Emulator> {
	const emulator = await startEmulator({ ...seed, rateLimits: true, keepRequests: 5000 });
	emulator.faults.add({ times: 'always', effect: { kind: 'delay', ms: LATENCY_MS } });
	return emulator;
}

/** Measures some work on a cloud of its own; the work tells how much of it failed. */
async function measure(
	vendor: Vendor,
	name: string,
	work: (emulator: Emulator) => Promise<() => Promise<number>>,
): Promise<Run> {
	const emulator = await openCloud(vendor);
	try {
		const prepared = await work(emulator);
		const start = performance.now();
		const failures = await prepared();
		const seconds = rounded((performance.now() - start) / 1000);
		const { length: requests } = emulator.requests;
		return { vendor: vendor.name, name, items: vendor.items, seconds, requests, failures };
	} finally {
		await emulator.close();
	}
}

/** The workflow: one node creates all topics, the next one gets the instance for each of them. */
async function throughNode(vendor: Vendor): Promise<Run> {
	const { type, credential, items, topic, instanceOf } = vendor;
	return await measure(vendor, 'n8n workflow', async (emulator) => {
		const credentials = credentialsOf(emulator);
		credentials.managedKafkaHuaweiCloudApi.projectId = EXAMPLE.huawei.projectId;
		const n8n = await createHarness({ credentials });
		const instanceId = { __rl: true as const, mode: 'id', value: instanceOf(emulator) };
		const kafka = (name: string, parameters: INodeParameters) =>
			node(name, `n8n-nodes-managed-kafka.${type}`, parameters, { credentials: [credential] });
		const workflow = chain(
			kafka('Create', {
				resource: 'topic',
				operation: 'create',
				instanceId,
				...topic,
			}),
			kafka('Get', { resource: 'instance', operation: 'get', instanceId }),
		);
		const inputItems = topicNames(items).map((name) => ({ json: { topic: name } }));
		return async () => {
			const outcome = await n8n.run(workflow, { inputItems });
			if (outcome.error) throw outcome.error;
			return items - outcome.items('Get').length;
		};
	});
}

/** Calls some work for each entry, so many at once, and counts what failed. */
async function atOnce(
	concurrency: number,
	entries: string[],
	work: (entry: string) => Promise<unknown>,
): Promise<number> {
	const left = [...entries];
	let failures = 0;
	const worker = async () => {
		for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
			await work(entry).catch(() => failures++);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
	return failures;
}

async function throughSdk(vendor: Vendor, concurrency: number, byItem: boolean): Promise<Run> {
	const order = byItem ? 'item by item' : 'in the order of the workflow';
	const name = `SDK script ${order}, concurrency ${concurrency}`;
	return await measure(vendor, name, async (emulator) => {
		const client = vendor.client(emulator);
		const instance = vendor.instanceOf(emulator);
		const create = async (topic: string) => await vendor.create(client, instance, topic);
		const get = async () => await vendor.get(client, instance);
		const topics = topicNames(vendor.items);
		return async () =>
			byItem
				? await atOnce(concurrency, topics, async (topic) => {
						await create(topic);
						await get();
					})
				: (await atOnce(concurrency, topics, create)) + (await atOnce(concurrency, topics, get));
	});
}

async function main() {
	const [, , vendorName, what] = process.argv;
	const vendor = VENDORS[vendorName];
	// The scripts mostly wait, so they can run together.
	const runs = await Promise.all(
		what === 'workflow'
			? [throughNode(vendor)]
			: [
					...[1, 2, 8].map(async (many) => await throughSdk(vendor, many, false)),
					...[1, 2, 4].map(async (many) => await throughSdk(vendor, many, true)),
				],
	);
	done(runs);
}

void main();
