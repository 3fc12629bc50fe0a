/** Imports of the Log Service from Kafka: each operation through n8n. */
import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let instance: string;
const TOPIC = 'b53fe5be-7ee3-4031-8043-5a73bad4f572';
const PASSWORD = 'Canary-password-1';
const logs = () => cloud.em.tencent.state.logs;

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
});
beforeEach(() => {
	cloud.forget();
	logs().clear();
	instance ??= cloud.em.tencent.state.seed({ name: 'orders' }).id;
});

const fromInstance = (): INodeParameters => ({
	logTopicId: TOPIC,
	importName: 'orders-to-cls',
	kafkaType: '0',
	kafkaInstance: byId(instance),
	userKafkaTopics: 'orders.created,orders.paid',
	startFrom: '-1',
	rechargeType: 'json_log',
	encodingFormat: '0',
	defaultTimeSwitch: true,
});

const OWN_KAFKA = {
	kafkaType: '1',
	serverAddr: '10.0.0.1:9092',
	isEncryptionAddr: true,
	protocol: 'sasl_ssl',
	mechanism: 'PLAIN',
	saslUser: 'reader',
	saslPassword: PASSWORD,
};

const RULE = { RechargeType: 'json_log', EncodingFormat: 0, DefaultTimeSwitch: true };

const created = async (more: INodeParameters = {}): Promise<IDataObject> =>
	(await cloud.items('logImport/create', { ...fromInstance(), ...more }))[0];

describe('Create', () => {
	test('from a CKafka instance', async () => {
		const item = await created();
		expect(cloud.body('CreateKafkaRecharge')).toEqual({
			TopicId: TOPIC,
			Name: 'orders-to-cls',
			KafkaType: 0,
			KafkaInstance: instance,
			UserKafkaTopics: 'orders.created,orders.paid',
			Offset: -1,
			LogRechargeRule: RULE,
		});
		expect(item).toEqual({
			Id: logs().imports[0].Id,
			Name: 'orders-to-cls',
			TopicId: TOPIC,
			UserKafkaTopics: 'orders.created,orders.paid',
			created: true,
		});
	});

	test('from a Kafka of their own, with a time in the log and nested JSON', async () => {
		const item = await created({
			...OWN_KAFKA,
			defaultTimeSwitch: false,
			timeKey: 'time',
			timeFormat: '%Y-%m-%d',
			timeZone: 'UTC+08:00',
			options: {
				consumerGroupName: 'cls',
				kafkaVersion: '2.8.0',
				metadata: ['kafka_topic'],
				unMatchLogSwitch: true,
				jsonExpand: {
					entry: {
						switch: true,
						fields: 'payload',
						dropOriginal: false,
						conflictPolicy: 'keep_inner',
					},
				},
			},
		});
		expect(cloud.body('CreateKafkaRecharge')).toMatchObject({
			KafkaType: 1,
			ServerAddr: '10.0.0.1:9092',
			IsEncryptionAddr: true,
			Protocol: {
				Protocol: 'sasl_ssl',
				Mechanism: 'PLAIN',
				UserName: 'reader',
				Password: PASSWORD,
			},
			ConsumerGroupName: 'cls',
			UserKafkaMeta: { KafkaVersion: '2.8.0' },
			LogRechargeRule: {
				...RULE,
				DefaultTimeSwitch: false,
				TimeKey: 'time',
				TimeFormat: '%Y-%m-%d',
				TimeZone: 'UTC+08:00',
				Metadata: ['kafka_topic'],
				UnMatchLogSwitch: true,
				JsonExpand: {
					Switch: true,
					Fields: ['payload'],
					DropOriginal: false,
					ConflictPolicy: 'keep_inner',
				},
			},
		});
		expect(JSON.stringify(item)).not.toContain(PASSWORD);
	});

	test('nested JSON in another format is rejected before anything is sent', async () => {
		const { told } = await cloud.run('logImport/create', {
			...fromInstance(),
			rechargeType: 'minimalist_log',
			options: { jsonExpand: { entry: { switch: true, fields: 'payload' } } },
		});
		expect(told).toContain("'Nested JSON'");
		expect(cloud.lines()).toEqual([]);
	});

	test.each<[INodeParameters, string]>([
		[{ userKafkaTopics: 'orders.created, orders.paid' }, 'orders.created,orders.paid'],
		[{ userKafkaTopics: '={{ ["orders.created", "orders.paid"] }}' }, 'orders.created,orders.paid'],
		[{ userKafkaTopics: ' orders.created ,' }, 'orders.created'],
	])('names and addresses go out without blanks, with %j', async (given, UserKafkaTopics) => {
		await created({ ...OWN_KAFKA, serverAddr: '10.0.0.1:9092, 10.0.0.2:9092', ...given });
		expect(cloud.body('CreateKafkaRecharge')).toMatchObject({
			UserKafkaTopics,
			ServerAddr: '10.0.0.1:9092,10.0.0.2:9092',
		});
	});

	test('one whose answer is lost is found by its name in the log topic, and not sent again', async () => {
		await created({ importName: 'another' });
		cloud.forget();
		cloud.em.faults.add({
			operation: 'CreateKafkaRecharge',
			effect: { kind: 'cut', when: 'after' },
		});
		const item = await created();
		expect(cloud.sent('CreateKafkaRecharge')).toBeSent(1);
		expect(item).toMatchObject({ Name: 'orders-to-cls', created: true, recovered: true });
		expect(logs().imports).toHaveLength(2);
	});

	test('Create If Absent takes the one of the name, without its password', async () => {
		const own = { importName: 'orders-once' };
		await created({ ...OWN_KAFKA, ...own });
		const item = await created({ ...own, createIfAbsent: true });
		expect(item).toMatchObject({ Name: 'orders-once', created: false, status: 'running' });
		expect(JSON.stringify(item)).not.toContain(PASSWORD);
		expect(logs().imports).toHaveLength(1);
	});

	test('Wait for Completion ends when it runs, and fails when it ends in an error', async () => {
		expect(await created(WAITING)).toMatchObject({ completed: true });
		const { told } = await cloud.run('logImport/create', {
			...fromInstance(),
			...WAITING,
			importName: 'createfail-orders',
		});
		expect(told).toContain('error');
	});
});

test('Get Many masks the passwords that the service returns', async () => {
	await created(OWN_KAFKA);
	for (const simplify of [true, false]) {
		const [item] = await cloud.items('logImport/getAll', {
			logTopicId: TOPIC,
			returnAll: true,
			simplify,
		});
		expect(item).toMatchObject({ Name: 'orders-to-cls', status: 'running' });
		expect(JSON.stringify(item)).not.toContain(PASSWORD);
	}
	const answered = JSON.stringify(cloud.em.tencent.state.logs.imports);
	expect(answered).toContain(PASSWORD);
});

test('Get Many in a log topic that does not exist is an error, not an empty list', async () => {
	const { told } = await cloud.run('logImport/getAll', { logTopicId: 'missing-1' });
	expect(told).toContain('does not exist');
});

describe('what changes an import', () => {
	let Id: string;
	const here = () => ({ logTopicId: TOPIC, logImport: Id });
	beforeEach(async () => {
		Id = String((await created()).Id);
		cloud.forget();
	});

	test('Pause and Start, whose switch counts the other way round than the status', async () => {
		const [paused] = await cloud.items('logImport/pause', { ...here(), ...WAITING });
		expect(cloud.body('ModifyKafkaRecharge')).toEqual({ Id, TopicId: TOPIC, StatusControl: 1 });
		expect(paused).toMatchObject({ paused: true, Id, completed: true });
		expect(logs().imports[0].Status).toBe(2);
		const [started] = await cloud.items('logImport/start', { ...here(), ...WAITING });
		expect(cloud.body('ModifyKafkaRecharge')).toEqual({ Id, TopicId: TOPIC, StatusControl: 2 });
		expect(started).toMatchObject({ started: true, Id, completed: true });
		expect(logs().imports[0].Status).toBe(1);
	});

	test('Update sends what is changed, and the format with every other setting of it', async () => {
		const [item] = await cloud.items('logImport/update', {
			...here(),
			options: {
				userKafkaTopics: 'orders.paid',
				kafka: { entry: OWN_KAFKA },
				parsing: {
					entry: { rechargeType: 'minimalist_log', encodingFormat: '1', defaultTimeSwitch: true },
				},
				defaultTimeSrc: '1',
			},
		});
		expect(cloud.body()).toEqual({
			Id,
			TopicId: TOPIC,
			UserKafkaTopics: 'orders.paid',
			KafkaType: 1,
			ServerAddr: '10.0.0.1:9092',
			IsEncryptionAddr: true,
			Protocol: {
				Protocol: 'sasl_ssl',
				Mechanism: 'PLAIN',
				UserName: 'reader',
				Password: PASSWORD,
			},
			LogRechargeRule: {
				RechargeType: 'minimalist_log',
				EncodingFormat: 1,
				DefaultTimeSwitch: true,
				DefaultTimeSrc: 1,
			},
		});
		expect(item).toEqual({ updated: true, Id, TopicId: TOPIC });
	});

	test.each<[string, INodeParameters, string]>([
		['nothing', {}, "'Options' is empty"],
		[
			'a setting without the format it belongs to',
			{ parseArray: true },
			"'Log Parsing' is missing",
		],
	])('Update of %s is rejected before anything is sent', async (_, options, text) => {
		const { told } = await cloud.run('logImport/update', { ...here(), options });
		expect(told).toContain(text);
		expect(cloud.lines()).toEqual([]);
	});

	test('Delete', async () => {
		const [item] = await cloud.items('logImport/delete', here());
		expect(item).toEqual({ deleted: true, Id, TopicId: TOPIC });
		expect(logs().imports).toEqual([]);
	});

	test('the list of imports depends on the log topic', async () => {
		const { results } = await cloud.lookUp<INodeListSearchResult>(
			'listSearch',
			'searchLogImports',
			{
				resource: 'logImport',
				operation: 'pause',
				logTopicId: byId(TOPIC),
			},
		);
		expect(results).toEqual([{ name: `orders-to-cls, running, ${Id}`, value: Id }]);
	});
});

test('Preview of messages sends no format; of logs it does', async () => {
	const { logTopicId: _, importName: __, ...reading } = fromInstance();
	const [raw] = await cloud.items('logImport/preview', { ...reading, previewType: '1' });
	expect(cloud.body()).not.toHaveProperty('LogRechargeRule');
	expect(raw).toEqual({ LogData: 'message of orders.created', LogSample: '' });
	const [log] = await cloud.items('logImport/preview', { ...reading, previewType: '2' });
	expect(cloud.body()).toMatchObject({ PreviewType: 2, LogRechargeRule: RULE });
	expect(log).toMatchObject({ LogSample: 'message of orders.created' });
});
