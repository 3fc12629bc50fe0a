/** Times: however they are given, the API gets them in its own unit, and nothing is sent of what is no time. */
import type { INodeParameters } from 'n8n-workflow';

import { chain, node } from '../../harness';
import { VENDORS } from '../../support/clouds';
import {
	K,
	NOWHERE,
	byId,
	byName,
	openVendor,
	told,
	type Cloud,
	type VendorName,
} from '../../support/stage';

/** 2026-11-30T09:30:00+08:00 */
const MS = 1_796_002_200_000;

/** Each time field of a node: operation, other parameters, name of the field or option, where it arrives. */
interface Field {
	vendor: VendorName;
	operation: string;
	parameters: INodeParameters;
	label: string;
	given(value: string | number): INodeParameters;
	/** Name on the wire, and how the moment is written there. */
	wire: string;
	sent: string | number;
}

const inside =
	(name: string, more: INodeParameters = {}) =>
	(value: string | number): INodeParameters => ({ options: { ...more, [name]: value } });

const at =
	(name: string, more: INodeParameters = {}) =>
	(value: string | number): INodeParameters => ({ ...more, [name]: value });

const huawei = { vendor: 'huawei', parameters: { instanceId: byId(NOWHERE) } } as const;
const group = { group: byName('billing') };
const topic = { topic: byName('orders') };

const FIELDS: Field[] = [
	...(['startTime', 'endTime'] as const).flatMap((name): Field[] => {
		const wire = name === 'startTime' ? 'start_time' : 'end_time';
		const label = name === 'startTime' ? 'From' : 'To';
		const both = { startTime: MS, endTime: MS };
		return [
			{
				...huawei,
				operation: 'message/search',
				label,
				given: at(name, { ...topic, ...both }),
				wire,
				sent: String(MS),
			},
			{
				...huawei,
				operation: 'message/getAll',
				label,
				given: (value) => ({ ...topic, ...inside(name)(value) }),
				wire,
				sent: String(MS),
			},
		];
	}),
	...(['beginTime', 'endTime'] as const).map(
		(name): Field => ({
			...huawei,
			operation: 'backgroundTask/getAll',
			label: name === 'beginTime' ? 'From' : 'To',
			given: inside(name),
			wire: name === 'beginTime' ? 'begin_time' : 'end_time',
			sent: '20261130013000',
		}),
	),
	{
		...huawei,
		operation: 'consumerGroup/resetOffsets',
		label: 'Timestamp',
		given: at('timestamp', { ...group, resetTo: 'time' }),
		wire: 'timestamp',
		sent: MS,
	},
	{
		...huawei,
		operation: 'topic/reassignPartitions',
		label: 'Start Time',
		given: (value) => ({
			reassignments: { entry: [{ topic: 'orders', brokers: '0, 1, 2' }] },
			...inside('executeAt', { isSchedule: true })(value),
		}),
		wire: 'execute_at',
		sent: MS,
	},
	{
		vendor: 'alibaba',
		operation: 'consumerGroup/resetOffsets',
		parameters: { instanceId: byId('alikafka_1'), group: byName('billing') },
		label: 'Timestamp',
		given: at('time', { resetTo: 'time', topicScope: 'all' }),
		wire: 'Time',
		sent: String(MS),
	},
	{
		vendor: 'alibaba',
		operation: 'topic/queryMessages',
		parameters: { instanceId: byId('alikafka_1'), ...topic },
		label: 'From',
		given: at('beginTime', { queryType: 'byTimestamp' }),
		wire: 'BeginTime',
		sent: String(MS),
	},
	{
		vendor: 'tencent',
		operation: 'consumerGroup/resetOffsets',
		parameters: {
			instanceId: byId('ckafka-1'),
			group: byName('billing'),
			topicScope: 'chosen',
			topics: ['orders'],
		},
		label: 'Timestamp',
		given: at('shiftTimestamp', { strategy: '1' }),
		wire: 'ShiftTimestamp',
		sent: MS,
	},
	{
		vendor: 'tencent',
		operation: 'instance/update',
		parameters: { instanceId: byId('ckafka-1') },
		label: 'Upgrade Time',
		given: inside('rebalanceTime'),
		wire: 'RebalanceTime',
		sent: MS / 1000,
	},
];

const WAYS: Array<[string, string | number]> = [
	['a date of the date picker, in the time zone of the workflow', '2026-11-30T09:30:00'],
	['ISO 8601 with a zone', '2026-11-30T01:30:00Z'],
	['ISO 8601 with an offset', '2026-11-30T02:30:00.000+01:00'],
	['a date and time with a space', '2026-11-30 09:30:00'],
	['milliseconds', MS],
	['milliseconds as text', String(MS)],
	['seconds', MS / 1000],
	['$now and the like', `={{ DateTime.fromMillis(${MS}) }}`],
	['a Date', `={{ new Date(${MS}) }}`],
	['milliseconds of an expression', `={{ ${MS} }}`],
];

const NO_TIMES: Array<[string, string | number]> = [
	['words', 'tomorrow'],
	['a day that does not exist', '2026-02-30'],
	['a year', 2026],
	['microseconds', MS * 1000],
	['a date and time without separators', 2_026_112_209],
	['one with a digit too few', 2_026_112_209_300],
	['a number from 1970', 5],
	['an object', '={{ { a: 1 } }}'],
	['a switch', '={{ true }}'],
];

describe.each(FIELDS)('$vendor $operation: $label', (field) => {
	const { vendor, operation, parameters, label, given, wire, sent } = field;
	let cloud: Cloud;
	beforeAll(async () => {
		cloud = await openVendor(vendor);
	});
	beforeEach(() => cloud.forget());

	const run = async (value: string | number) => {
		const { type, credential } = VENDORS[vendor];
		const [resource, name] = operation.split('/');
		const all = { resource, operation: name, ...parameters, ...given(value) };
		const workflow = chain(node(K, type, all, { credentials: [credential] }));
		const settings = { timezone: 'Asia/Shanghai' };
		const { error } = await cloud.n8n.run(
			{ ...workflow, settings },
			{ inputItems: [{ json: {} }] },
		);
		return told(error);
	};

	test.each(WAYS)('%s', async (_, value) => {
		const error = await run(value);
		const requests = cloud.em.requests.map(({ url, body }) => {
			const query = Object.fromEntries(new URL(url, 'http://x').searchParams);
			return { ...query, ...(body && (JSON.parse(body) as object)) } as Record<string, unknown>;
		});
		const values = requests.flatMap((one) => (wire in one ? [one[wire]] : []));
		expect({ values: [...new Set(values)], error }).toEqual({ values: [sent], error });
	});

	test.each(NO_TIMES)('%s is refused', async (_, value) => {
		const error = await run(value);
		expect(error).toContain(`'${label}' is neither a date nor a Unix timestamp`);
		expect(error).toContain('Enter a date such as 2026-11-30T09:30:00');
		expect(cloud.lines()).toEqual([]);
	});
});

test.each([-2, -1, '-1', '={{ -2 }}'])('the edge %s of CKafka stays as it is', async (edge) => {
	const cloud = await openVendor('tencent');
	await cloud.run('consumerGroup/resetOffsets', {
		instanceId: byId('ckafka-1'),
		group: byName('billing'),
		topicScope: 'chosen',
		topics: ['orders'],
		strategy: '1',
		shiftTimestamp: edge,
	});
	const expected = Number(String(edge).match(/-\d/)?.[0]);
	expect(cloud.onlyBody('ModifyGroupOffsets')).toMatchObject({ ShiftTimestamp: expected });
});

test('fourteen digits, as tasks of Huawei Cloud take them, stay as they are', async () => {
	const cloud = await openVendor('huawei');
	await cloud.run('backgroundTask/getAll', {
		instanceId: byId(NOWHERE),
		options: { beginTime: '20261122093000' },
	});
	expect(cloud.em.requests[0].url).toContain('begin_time=20261122093000&');
});
