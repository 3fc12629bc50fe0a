import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type {
	DeclarativeRestApiSettings,
	ICredentialDataDecryptedObject,
	INodeParameters,
	INodeTypeDescription,
} from 'n8n-workflow';

import { chain, createHarness, node, type Harness } from '../harness';
import { describe, property } from '../harness/nodes/describe';
import { builtNode, unpaced } from './built';
import { cpuOf, inTurns, rounded } from './measure';
import type { Table } from './table';

const ITEMS = 100;
const ROUNDS = 7;

interface Vendor {
	name: string;
	/** Folder of the built node. */
	folder: string;
	vendor: string;
	type: string;
	credential: string;
	/** Of a credential, besides the endpoint. */
	data: ICredentialDataDecryptedObject;
	/** ID of the instance that the server answers with. */
	instance: string;
	/** The same request, as the only property of a declarative node has it. */
	request: DeclarativeRestApiSettings.HttpRequestOptions;
}

const VENDORS: Vendor[] = [
	{
		name: 'Huawei Cloud',
		folder: 'HuaweiCloudKafka',
		vendor: 'huawei',
		type: 'huaweiCloudKafka',
		credential: 'managedKafkaHuaweiCloudApi',
		data: {
			authentication: 'accessKey',
			accessKeyId: 'EXAMPLEACCESSKEYID00',
			secretAccessKey: 'example-secret-access-key',
			region: 'cn-north-4',
			projectId: 'e9993fc787d94b6c886cbaa340f9c0f4',
		},
		instance: '3c1f2a60-8f1f-4f5d-9c7e-000000000001',
		request: { method: 'GET', url: '=/v2/{project_id}/instances/{{$value}}' },
	},
	{
		name: 'Alibaba Cloud',
		folder: 'AlibabaCloudKafka',
		vendor: 'alibaba',
		type: 'alibabaCloudKafka',
		credential: 'managedKafkaAlibabaCloudApi',
		data: {
			accessKeyId: 'LTAIexamplekey000001',
			accessKeySecret: 'example-access-key-secret',
			region: 'cn-hangzhou',
		},
		instance: 'alikafka_post-cn-example00001',
		request: {
			method: 'POST',
			url: '/',
			qs: {
				Action: 'GetInstanceList',
				Version: '2019-09-16',
				RegionId: 'cn-hangzhou',
				InstanceId: '={{ [$value] }}',
			},
		},
	},
	{
		name: 'Tencent Cloud',
		folder: 'TencentCloudKafka',
		vendor: 'tencent',
		type: 'tencentCloudKafka',
		credential: 'managedKafkaTencentCloudApi',
		data: {
			secretId: 'AKIDexamplesecretid00001',
			secretKey: 'example-secret-key',
			region: 'ap-guangzhou',
			site: 'china',
		},
		instance: 'ckafka-example1',
		request: {
			method: 'POST',
			url: '/',
			headers: {
				'Content-Type': 'application/json',
				'X-TC-Action': 'DescribeInstancesDetail',
				'X-TC-Version': '2019-08-19',
				'X-TC-Region': 'ap-guangzhou',
			},
			body: { InstanceId: '={{ $value }}' },
		},
	},
];

/** A declarative node with one property, which sends the same request with the same credential. */
function oneProperty({ vendor, credential, request }: Vendor, baseURL: string) {
	const description: INodeTypeDescription = describe(
		`${vendor}OneProperty`,
		1,
		[property('instanceId', 'string', '', undefined, { routing: { request } })],
		{ credentials: [{ name: credential, required: true }], requestDefaults: { baseURL } },
	);
	return { description };
}

/**
 * The description of a built node alone: what n8n does with it, without the node's own send function. What that would
 * add to name the operation stands in the defaults.
 */
function descriptionOf({ folder, request }: Vendor, baseURL: string) {
	const { description } = builtNode(`nodes/${folder}/${folder}.node.js`);
	const { headers = {} } = request;
	return {
		description: {
			...description,
			requestOperations: undefined,
			requestDefaults: { ...description.requestDefaults, baseURL, headers },
		},
	};
}

/** A server in a process of its own, so that its CPU time does not count. */
async function startServer(): Promise<{ server: ChildProcess; url: string }> {
	const server = fork(join(__dirname, 'answering.cjs'));
	const [port] = (await once(server, 'message')) as [number];
	return { server, url: `http://127.0.0.1:${port}` };
}

/** A node under measurement. */
interface Subject {
	name: string;
	type: string;
	credential: string;
	parameters: INodeParameters;
}

async function cpuPerItem(n8n: Harness, { type, credential, parameters }: Subject) {
	const workflow = chain(node('N', type, parameters, { credentials: [credential] }));
	const inputItems = Array.from({ length: ITEMS }, () => ({ json: {} }));
	const used = await cpuOf(async () => {
		const outcome = await n8n.run(workflow, { inputItems });
		if (outcome.items('N').length !== ITEMS) throw outcome.error ?? new Error('Items are missing');
	});
	return used / ITEMS / 1000;
}

function subjectsOf({ name, vendor, type, folder, credential, instance }: Vendor): Subject[] {
	const get = {
		resource: 'instance',
		operation: 'get',
		instanceId: { __rl: true as const, mode: 'id', value: instance },
		simplify: false,
	};
	return [
		{
			name: `${name}: declarative node with one property`,
			type: `bench.${vendor}OneProperty`,
			credential,
			parameters: { instanceId: instance },
		},
		{
			name: `${name} Kafka: Instance, Get`,
			type: `n8n-nodes-managed-kafka.${type}`,
			credential,
			parameters: get,
		},
		{
			name: `${name} Kafka: description alone, without its own code`,
			type: `bench.${folder}`,
			credential,
			parameters: get,
		},
	];
}

/** CPU time of an item in each node, with everything that n8n does around it. */
export async function bench(): Promise<Table> {
	const { server, url } = await startServer();
	const n8n = await createHarness({
		clock: unpaced,
		credentials: Object.fromEntries(
			VENDORS.map(({ credential, data }) => [credential, { ...data, endpoint: url }]),
		),
		nodes: Object.fromEntries(
			VENDORS.flatMap((vendor) => [
				[`bench.${vendor.vendor}OneProperty`, oneProperty(vendor, url)],
				[`bench.${vendor.folder}`, descriptionOf(vendor, url)],
			]),
		),
	});
	const subjects = VENDORS.flatMap(subjectsOf);
	const measurements = subjects.map((subject) => async () => await cpuPerItem(n8n, subject));
	await inTurns(2, measurements);
	const times = await inTurns(ROUNDS, measurements);
	server.disconnect();
	const share = (i: number) => rounded(times[i] / times[i - (i % 3)]);
	return {
		title: 'Items',
		about: `CPU time per item, from the start to the end of a workflow with ${ITEMS} items: n8n's engine and routing, the node, signing, and n8n's HTTP client. The nodes for a cloud send the same request with the same credential to a server in another process.`,
		columns: ['Node', 'CPU ms per item', 'times the one-property node'],
		rows: subjects.map(({ name }, i) => [name, rounded(times[i]), share(i)]),
		goal: 'At most 2.5 times the CPU time of the one-property node.',
		meaning:
			'One core handles several hundred items a second, and the limits of the clouds are 10 to 20 requests a second: CPU time is no reason to split a workflow.',
		notes: [
			"The goal is out of reach for a declarative node of this size: n8n itself visits every top-level property of a node twice for each item, whatever the node does, and the third row of each cloud, the description without any code of the node, has that alone. A programmatic node would not pay it, but would give up n8n's own routing.",
			"The rest, the difference between the second row and the third, is the node: it reads the credential for each item, because n8n resolves a credential's expressions for the first item only; it gives each request an end in time and a stop; and it keeps at most eight requests of an operation under way. In a profile of all nine rows, the functions of this package take 7% of the CPU time, spread over many, and n8n's engine 39%: nothing is left in the package that would bring the ratio to the goal. Without the limit of eight, an item costs 0.2 to 1 ms less; it stays, because the clouds reject what exceeds their limit of simultaneous requests.",
			"The address of a request is not an n8n expression: n8n would evaluate it twice for each item, for the first item's credential, which took a sixth of the node's CPU time. The node puts in the address of each item's own credential.",
		],
	};
}
