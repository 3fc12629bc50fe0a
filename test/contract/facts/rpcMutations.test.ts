/** The same for vendors whose operations are all a POST to `/`: the comparison notices what is altered. */
import { factsOf } from '../../../emulator/core/facts';
import type { Field } from '../../../nodes/shared/contract/field';
import {
	choice,
	choices,
	flag,
	integer,
	list,
	locator,
	record,
	rows,
	secret,
	text,
} from '../../../nodes/shared/form/fields';
import { get, post, type Operation } from '../../../nodes/shared/contract/operation';
import { differences, local, type FurtherFacts } from '../../support/facts/differences';
import type { Style } from '../../support/facts/style';

const ALIBABA: Style = { place: 'query', given: { RegionId: 'cn-hangzhou' }, isText: true };
const TENCENT: Style = { place: 'body', given: {}, isText: false };

const converted = (field: Field, convert: (wire: unknown) => unknown): Field => ({
	...field,
	serialize(value) {
		const wire = field.serialize(value);
		return wire === undefined ? undefined : convert(wire);
	},
});
const asJson = (field: Field) => converted(field, (wire) => JSON.stringify(wire));
const asCodes = (field: Field) => converted(field, (wire) => [wire].flat().map(Number));
const asCode = (field: Field) => converted(field, Number);

const operation = (api: string, fields: Field[], more: Partial<Operation> = {}): Operation => ({
	value: 'x',
	name: 'X',
	action: 'X',
	description: 'X',
	api,
	kind: 'create',
	request: post('/'),
	fields,
	...more,
});

const alibaba = (one: Operation, further: FurtherFacts[] = []) =>
	differences(one, factsOf('alibaba', one.api), ALIBABA, further);
const tencent = (one: Operation) => differences(one, factsOf('tencent', one.api), TENCENT);

const instance = (parameter = 'InstanceId') =>
	locator(parameter, 'Instance', { required: true, search: 'searchInstances', by: 'ID' });
const name = /^[A-Za-z0-9_-]+$/;
const dotted = /^[A-Za-z0-9._-]+$/;
const holds = 'holds letters, digits, - and _';

const tag = [text('Key', 'Key', { required: true, length: [1, 128] }), text('Value', 'Value')];
const tags = () => rows('Tag', 'Tags', { entry: 'Tag', fields: tag });
const TAG = [/^(?!aliyun|acs:)(?!.*https?:\/\/)/, 'is none of the cloud'] as const;
const tagsOfTopic = () =>
	rows('Tag', 'Tags', {
		entry: 'Tag',
		count: [0, 20],
		fields: [
			text('Key', 'Key', { required: true, length: [1, 128], pattern: TAG }),
			text('Value', 'Value', { length: [0, 128], pattern: TAG }),
		],
	});

// CreateTopic: JSON in a text, a number as text.
const settings = (...fields: Field[]) => record('Config', 'Configuration', { entry: 'S', fields });
const replications = integer('replications', 'Replicas', { range: [1, 3] });
const further = [
	integer('retention.ms', 'R', { range: [3_600_000, 31_536_000_000] }),
	integer('retention.hours', 'R', { range: [24, 8760] }),
	integer('max.message.bytes', 'M', { range: [1_048_576, 10_485_760] }),
	choice('message.timestamp.type', 'T', {
		values: { CreateTime: 'CreateTime', LogAppendTime: 'LogAppendTime' },
	}),
];
const topicFields: Record<string, Field> = {
	InstanceId: instance(),
	Topic: text('Topic', 'T', { required: true, length: [1, 249], pattern: [dotted, holds] }),
	Remark: text('Remark', 'R', { required: true, length: [3, 64], pattern: [name, holds] }),
	CompactTopic: flag('CompactTopic', 'C', 'Whether'),
	PartitionNum: integer('PartitionNum', 'P', { range: [1, 360], default: 12, asText: true }),
	LocalTopic: flag('LocalTopic', 'L', 'Whether'),
	ReplicationFactor: integer('ReplicationFactor', 'R', { range: [1, 3] }),
	MinInsyncReplicas: integer('MinInsyncReplicas', 'M', { range: [1, 3] }),
	Config: asJson(settings(replications, ...further)),
	Tag: tagsOfTopic(),
};
const topic = (replaced: Record<string, Field | undefined> = {}, more: Partial<Operation> = {}) => {
	const fields = Object.values({ ...topicFields, ...replaced });
	const given = fields.filter((field) => field !== undefined);
	return alibaba(operation('CreateTopic', given, more));
};

// DescribeInstances: a list of codes, pages, a read by POST.
const STATUSES = [-1, 0, 1, 2, 3, 4, 5, 7].map((code) => [`${code}`, `Status ${code}`] as const);
const statuses = (count = STATUSES.length, extra = {}) =>
	choices('Status', 'Status', {
		values: { ...Object.fromEntries(STATUSES.slice(0, count)), ...extra },
	});
const pages = {
	rows: () => [],
	at: (Offset: number, Limit: number) => ({ Offset, Limit }),
	size: 100,
	key: 'InstanceId',
};
const instances = (more: Partial<Operation> = {}, status: Field = asCodes(statuses())) =>
	tencent(
		operation(
			'DescribeInstances',
			[
				text('InstanceId', 'I'),
				text('SearchWord', 'S'),
				text('TagKey', 'T'),
				text('VpcId', 'V'),
				status,
			],
			{ kind: 'read', pages, ...more },
		),
	);

// Order and deployment in one operation.
const deploy: FurtherFacts[] = [
	{
		facts: factsOf('alibaba', 'StartInstance'),
		given: ['InstanceId', 'DeployModule', 'IsEipInner'],
	},
];
const order = operation('CreatePostPayInstance', [
	asCode(choice('DeployType', 'D', { required: true, values: { 4: 'Internet', 5: 'VPC' } })),
	tags(),
]);
const deployment: Field[] = [
	text('VpcId', 'VPC', { required: true, sentIn: 'none' }),
	text('VSwitchId', 'VSwitch', { required: true }),
	secret('Password', 'Password'),
];
const both = (...fields: Field[]) =>
	alibaba(operation(order.api, [...(order.fields ?? []), ...fields]), deploy);

// 0 and 1 as a switch.
const elastic = (field: Field) => tencent(operation('CreatePostPaidInstance', [field]));
const zeroOrOne = (from: Field) => converted(from, (wire) => Number(wire));
const elasticFlag = (parameter = 'ElasticBandwidthSwitch') => flag(parameter, 'E', 'Whether');

describe('as the facts say', () => {
	test.each<[string, string[]]>([
		['JSON in a text, a number as text', topic()],
		[
			'a number where the wire has texts',
			topic({ PartitionNum: integer('PartitionNum', 'P', { range: [1, 360] }) }),
		],
		[
			'a place that the envelope changes',
			topic({ LocalTopic: flag('LocalTopic', 'L', 'Whether', { sentIn: 'query' }) }),
		],
		['a read by POST with pages and codes', instances()],
		[
			'a switch for 0 and 1',
			elastic(zeroOrOne(elasticFlag())).filter((one) => one.includes('Elastic')),
		],
		[
			'parameters of a second API',
			both(...deployment).filter((one) => /\.(VpcId|VSwitchId|Password): /.test(one)),
		],
	])('%s', (_what, found) => {
		expect(found).toEqual([]);
	});

	test('a local field of a second API is one that is sent', () => {
		const own = operation(order.api, [...deployment, text('Zone', 'Z', { sentIn: 'none' })]);
		expect(local(own, deploy)).toEqual(['none.Zone: is not sent']);
		expect(local(own)).toContain('none.VpcId: is not sent');
	});
});

test.each<[string, string[], string]>([
	['a parameter is missing', topic({ LocalTopic: undefined }), 'query.LocalTopic: is missing'],
	['a required one is missing', topic({ Topic: undefined }), 'query.Topic: is mandatory'],
	[
		'a parameter is renamed',
		topic({ LocalTopic: flag('Local', 'L', 'Whether') }),
		'query.Local: is invented',
	],
	[
		'the region is a field',
		topic({ RegionId: text('RegionId', 'Region', { required: true }) }),
		'query.RegionId: is given twice',
	],
	[
		'a required one is optional',
		topic({ Remark: text('Remark', 'R') }),
		'query.Remark: is not required',
	],
	[
		'a range is too wide',
		topic({ ReplicationFactor: integer('ReplicationFactor', 'R', { range: [1, 4] }) }),
		'query.ReplicationFactor: takes 4',
	],
	[
		'a range in a text is too wide',
		topic({ PartitionNum: integer('PartitionNum', 'P', { range: [1, 361], asText: true }) }),
		'query.PartitionNum: takes "361"',
	],
	[
		'words where the wire has a number',
		topic({ ReplicationFactor: choice('ReplicationFactor', 'R', { values: { one: 'One' } }) }),
		'query.ReplicationFactor: takes no valid value',
	],
	[
		'a name that the service would cut',
		topic({
			Topic: text('Topic', 'T', { required: true, length: [1, 250], pattern: [dotted, holds] }),
		}),
		'query.Topic: takes 250 characters',
	],
	[
		'a form that is not held',
		topic({ Topic: text('Topic', 'T', { required: true, length: [1, 249] }) }),
		'query.Topic: takes "ab cd"',
	],
	[
		'an object where JSON in a text is wanted',
		topic({ Config: settings(replications) }),
		'query.Config: is not sent as JSON text',
	],
	[
		'a member of JSON in a text is missing',
		topic({ Config: asJson(settings(text('other', 'Other'))) }),
		'query.Config: replications is missing',
	],
	[
		'a member of JSON in a text is invented',
		topic({ Config: asJson(settings(replications, text('other', 'Other'))) }),
		'query.Config: has the invented column other',
	],
	[
		'a member of JSON in a text has another range',
		topic({ Config: asJson(settings(integer('replications', 'R', { range: [1, 5] }))) }),
		'query.Config: replications takes 4',
	],
	[
		'a member of JSON in a text has another type',
		topic({
			Config: asJson(settings(integer('replications', 'R', { range: [1, 3], asText: true }))),
		}),
		'query.Config: replications is sent as "1"',
	],
	[
		'a list where JSON in a text holds an object',
		topic({ Config: asJson(list('Config', 'C')) }),
		'query.Config: takes no valid value',
	],
	['a write that passes for a read', topic({}, { kind: 'read' }), 'effect: is read'],
	['a read that passes for a write', instances({ kind: 'change' }), 'effect: is write'],
	['another method', topic({}, { request: get('/') }), 'method: is GET'],
	[
		'a body that gets lost',
		topic({}, { request: get('/') }),
		'body.Topic: gets lost, a GET has no body',
	],
	['another path', topic({}, { request: post('/topics') }), 'path: is /topics'],
	[
		'an invented constant',
		topic({}, { constant: { body: { Force: true } } }),
		'query.Force: is invented',
	],
	['a list without paging', instances({ pages: undefined }), 'body.Offset: is missing'],
	[
		'pages that are too long',
		instances({ pages: { ...pages, size: 101 } }),
		'body.Limit: must be <= 100',
	],
	['codes as texts', instances({}, statuses()), 'body.Status: is sent as ["-1"]'],
	['a code is missing', instances({}, asCodes(statuses(7))), 'body.Status: does not offer 7'],
	[
		'a code is invented',
		instances({}, asCodes(statuses(8, { 9: 'Nine' }))),
		'body.Status: offers the invented 9',
	],
	[
		'true where the facts have a number',
		elastic(elasticFlag()),
		'body.ElasticBandwidthSwitch: is sent as false',
	],
	[
		'a switch the wrong way round',
		elastic(converted(elasticFlag(), (wire) => Number(wire !== true))),
		'body.ElasticBandwidthSwitch: is not 1 when true',
	],
	[
		'a switch with another default',
		elastic(zeroOrOne(flag('ElasticBandwidthSwitch', 'E', 'Whether', { default: true }))),
		'body.ElasticBandwidthSwitch: has the default 1 instead of 0',
	],
	[
		'a parameter of a second API is missing',
		both(...deployment),
		'StartInstance query.ZoneId: is missing',
	],
	[
		'a required parameter of a second API is optional',
		both(text('VpcId', 'VPC', { sentIn: 'none' })),
		'StartInstance query.VpcId: is not required',
	],
	['a parameter that neither API has', both(text('Vpc', 'VPC')), 'query.Vpc: is invented'],
	[
		'what the node fills in is a field too',
		both(text('InstanceId', 'Instance')),
		'query.InstanceId: is invented',
	],
])('%s', (_what, found, expected) => {
	expect(found).toContain(expected);
});
