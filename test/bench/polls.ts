import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fakeContext } from '../trigger/fakeContext';
import { builtNode, unlimited } from './built';
import { cpuOf, inTurns, rounded } from './measure';
import type { Cell, Table } from './table';

interface Vendor {
	name: string;
	/** Folder of the built node, and the name of the vendor's file in it. */
	folder: string;
	vendor: string;
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
		vendor: 'huawei',
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
		vendor: 'alibaba',
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
		vendor: 'tencent',
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
const ROUNDS = 5;

async function measure(vendor: Vendor): Promise<Cell[][]> {
	unlimited(`nodes/${vendor.folder}/${vendor.vendor}.js`);
	const trigger = builtNode(`nodes/${vendor.folder}/${vendor.folder}Trigger.node.js`);
	const clouds = COUNTS.map((count) => {
		const instances = Array.from({ length: count }, (_, i) => vendor.instance(i));
		const data: IDataObject = {};
		let requests = 0;
		const context = fakeContext({
			parameters: vendor.parameters,
			data,
			nodeId: String(count),
			answer: (request) => {
				requests++;
				return { body: vendor.page(instances, request) };
			},
		});
		const poll = async () => {
			requests = 0;
			await trigger.poll?.call(context);
			return { requests, state: JSON.stringify(data).length };
		};
		return { count, poll };
	});
	for (const { poll } of clouds) await poll();
	const times = await inTurns(
		ROUNDS,
		clouds.map(({ count, poll }) =>
			// Small polls are repeated: the clock of CPU time is coarse.
			async () => {
				const times = Math.ceil(1000 / count);
				const used = await cpuOf(async () => {
					for (let i = 0; i < times; i++) await poll();
				});
				return used / times / 1000;
			},
		),
	);
	const rows: Cell[][] = [];
	for (const [i, { count, poll }] of clouds.entries()) {
		const { requests, state } = await poll();
		rows.push([
			vendor.name,
			count,
			rounded(times[i]),
			rounded((times[i] * 1000) / count),
			requests,
			rounded(count / requests),
			rounded(state / count),
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
		about:
			"CPU time of a poll in which nothing changed: requests, reading of the pages, comparison and state. The answers come from memory, so n8n's HTTP client and the parsing of JSON are not in it.",
		columns: [
			'Trigger',
			'instances',
			'CPU ms a poll',
			'CPU µs an instance',
			'requests',
			'instances a request',
			'bytes of state an instance',
		],
		rows,
		goal: 'One request a page, linear CPU, under 100 bytes of state an instance.',
		notes: [
			'A page holds 50 instances on Huawei Cloud and 100 on Tencent Cloud, and begins with the last one of the page before, which shows whether the list moved in between. The list of Alibaba Cloud has no pages.',
		],
	};
}
