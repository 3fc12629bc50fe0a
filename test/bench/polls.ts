import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fakeContext } from '../support/fakeContext';
import { builtNode, unpaced } from './built';
import { cpuOf, inTurns, rounded } from './measure';
import type { Cell, Table } from './table';

interface Vendor {
	name: string;
	/** Folder of the built node. */
	folder: string;
	parameters: IDataObject;
	/** The answer to a request of the list. */
	page: (instances: IDataObject[], request: IHttpRequestOptions) => IDataObject;
	instance: (number: number) => IDataObject;
}

const events = ['instanceStatusChanged', 'instanceAppeared', 'instanceDisappeared'];

const VENDORS: Vendor[] = [
	{
		name: 'Huawei Cloud',
		folder: 'HuaweiCloudKafka',
		parameters: { events },
		page: (instances, { qs = {} }) => {
			const { offset = 0, limit = 10 } = qs as { offset?: number; limit?: number };
			return {
				instances: instances.slice(Number(offset), Number(offset) + Number(limit)),
				instance_num: instances.length,
			};
		},
		instance: (number) => ({
			instance_id: `3c1f2a60-8f1f-4f5d-9c7e-${String(number).padStart(12, '0')}`,
			name: `kafka-orders-${number}`,
			status: 'RUNNING',
			engine: 'kafka',
			engine_version: '2.7',
			specification: '100MB',
			storage_space: 300,
			vpc_id: 'ab1cd2ef-0000-4000-8000-000000000000',
		}),
	},
	{
		name: 'Alibaba Cloud',
		folder: 'AlibabaCloudKafka',
		parameters: { events },
		page: (instances) => ({ Code: 200, Success: true, InstanceList: { InstanceVO: instances } }),
		instance: (number) => ({
			InstanceId: `alikafka_post-cn-${String(number).padStart(11, '0')}`,
			Name: `kafka-orders-${number}`,
			ServiceStatus: 5,
			ViewInstanceStatusCode: 2,
			PaidType: 1,
			DeployType: 5,
			DiskSize: 500,
			VpcId: 'vpc-bp1ojac7bv448nifj0001',
		}),
	},
	{
		name: 'Tencent Cloud',
		folder: 'TencentCloudKafka',
		parameters: { events },
		page: (instances, { body }) => {
			const { Offset = 0, Limit = 10 } = body as { Offset?: number; Limit?: number };
			return {
				Response: {
					Result: {
						InstanceList: instances.slice(Offset, Offset + Limit),
						TotalCount: instances.length,
					},
				},
			};
		},
		instance: (number) => ({
			InstanceId: `ckafka-${String(number).padStart(8, '0')}`,
			InstanceName: `kafka-orders-${number}`,
			Status: 1,
			IfCommunity: true,
		}),
	},
];

const COUNTS = [10, 1_000, 10_000];
const ROUNDS = 7;

/** Instances that a measurement reads at least, in as many polls as that takes: the clock of CPU time is coarse. */
const AT_LEAST = 30_000;

/** Microseconds of CPU time an instance. */
async function used(count: number, poll: () => Promise<unknown>): Promise<number> {
	const polls = Math.ceil(AT_LEAST / count);
	const cpu = await cpuOf(async () => {
		for (let i = 0; i < polls; i++) await poll();
	});
	return cpu / polls / count;
}

async function measure(vendor: Vendor): Promise<Cell[][]> {
	const trigger = builtNode(`nodes/${vendor.folder}/${vendor.folder}Trigger.node.js`, unpaced);
	const clouds = COUNTS.map((count) => {
		const instances = Array.from({ length: count }, (_, i) => vendor.instance(i));
		const data: IDataObject = {};
		const sent = { requests: 0 };
		const context = fakeContext({
			parameters: vendor.parameters,
			data,
			nodeId: String(count),
			answer: (request) => {
				sent.requests++;
				return { body: vendor.page(instances, request) };
			},
		});
		return { count, data, sent, poll: async () => await trigger.poll?.call(context) };
	});
	const measurements = clouds.map((cloud) => async () => await used(cloud.count, cloud.poll));
	// The first round compiles the code.
	for (const measurement of measurements) await measurement();
	const cpu = await inTurns(ROUNDS, measurements);
	const rows: Cell[][] = [];
	for (const [i, { count, data, sent, poll }] of clouds.entries()) {
		sent.requests = 0;
		await poll();
		rows.push([
			vendor.name,
			count,
			rounded((cpu[i] * count) / 1000),
			rounded(cpu[i]),
			sent.requests,
			rounded(count / sent.requests),
			rounded(JSON.stringify(data).length / count),
		]);
	}
	return rows;
}

/** One quiet poll of each trigger, with the vendor's answers ready in memory. */
export async function bench(): Promise<Table> {
	const rows: Cell[][] = [];
	for (const vendor of VENDORS) rows.push(...(await measure(vendor)));
	return {
		title: 'Polls of the triggers',
		about: `CPU time of a poll in which nothing has changed: requests, reading the pages, comparison, and state. The responses come from memory, so n8n's HTTP client and JSON parsing are not included. Median of ${ROUNDS} rounds.`,
		columns: [
			'Trigger',
			'instances',
			'CPU ms per poll',
			'CPU µs per instance',
			'requests',
			'instances per request',
			'bytes of state per instance',
		],
		rows,
		meaning:
			"A trigger that polls every minute costs less than a thousandth of a core for 1,000 instances, and what it remembers of them fits into n8n's database row.",
		goal: 'One request per page, linear CPU time, less than 100 bytes of state per instance.',
		notes: [
			'The version before this one took a third to a half of this. Since then, each request has an end in time and a stop of its own, and each row is checked before it counts: a response that never ended held up a poll, and a list that contradicted itself misled one.',
			'No step of a poll takes more time per instance as the number of instances grows. The slight increase comes from memory: looking up 10,000 IDs in three hash tables, with a row of text for each, took 0.2 to 0.3 µs per instance more than looking up 1,000, because they no longer fit into the fast caches and survive garbage collection. For a list of ten instances, the cost of the request itself is included.',
			'A page contains 50 instances on Huawei Cloud and 100 on Tencent Cloud, and starts with the last instance of the previous page, which reveals whether the list has changed in between. The list of Alibaba Cloud has no pages.',
		],
	};
}
