/** Answers that are a success by their status and hide failures, and failures that hide their reason. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, byName, openCloud, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;

beforeEach(async () => {
	cloud = await openCloud({
		instances: [
			{
				name: 'orders',
				sslEnable: true,
				topics: [{ name: 'topic_1' }, { name: 'topic_2' }],
				users: [{ name: 'reader' }],
				groups: [{ name: 'billing' }],
			},
		],
	});
	id = cloud.em.huawei.state.named('orders')?.id ?? '';
});

const here = () => ({ instanceId: byId(id) });
const answer = (operation: string, status: number, body: unknown, headers = {}) =>
	void cloud.em.faults.add({
		operation,
		times: 'always',
		effect: { kind: 'answer', status, body, headers } as never,
	});
const settings = (...entry: object[]) =>
	({ ...here(), topicSettings: { entry } }) as INodeParameters;

describe('results that are no records', () => {
	test.each([
		['topic/delete', 'BatchDeleteInstanceTopic', 'topics', { topics: 'topic_1' }],
		['instance/restart', 'BatchRestartOrDeleteInstances', 'results', {}],
		['consumerGroup/deleteOffsets', 'DeleteConsumerGroupOffsets', 'topics', { topics: 'topic_1' }],
		['diagnosis/delete', 'BatchDeleteMessageDiagnosisReports', 'results', { reportIdList: ['r'] }],
	])('%s is told in plain words', async (operation, api, list, given) => {
		const instances = operation === 'instance/restart' ? { instances: [id] } : here();
		for (const rows of [[null, 'x'], 'x']) {
			cloud.forget();
			answer(api, 200, { [list]: rows });
			const group = { group: byId('billing') };
			const more = { ...group, ...given, ...instances } as INodeParameters;
			const { told } = await cloud.run(operation, more);
			expect(told).toMatch(/not (deleted|accepted)/);
		}
	});
});

describe('Topic: Update', () => {
	/** terraform-provider-huaweicloud #1872 */
	const FAILED = {
		failed_topics: [
			{
				id: 'topic_1',
				success: false,
				error_msg: 'AlterTopics Failed! exception:Topic already has 21 partitions.',
			},
		],
	};
	const both = () =>
		settings(
			{ id: 'topic_1', settings: { newPartitionNumbers: 21, syncReplication: true } },
			{ id: 'topic_2', settings: { newPartitionNumbers: 21 } },
		);

	test('a 206 with failed_topics fails those, with the reason, and names the rest', async () => {
		answer('UpdateInstanceTopic', 206, FAILED);
		const { told } = await cloud.run('topic/update', both());
		expect(told).toMatch(/topic_1: .*already has 21 partitions/);
		expect(told).toMatch(/The rest of the batch succeeded: .*topic_2/);
	});

	test('with On Error: Continue, each topic is an item', async () => {
		answer('UpdateInstanceTopic', 206, FAILED, { 'x-request-id': 'r42' });
		const ran = await cloud.run('topic/update', both(), { onError: 'continueRegularOutput' });
		expect(ran.items).toEqual([
			expect.objectContaining({ name: 'topic_1', updated: false, error: expect.any(String) }),
			{ name: 'topic_2', updated: true, instance_id: id },
		]);
		expect(String(ran.items[0].error)).toMatch(/already has 21 partitions.*request ID r42/);
	});

	test('a 206 that does not say what failed is no success', async () => {
		answer('UpdateInstanceTopic', 206, '');
		const { told } = await cloud.run('topic/update', both());
		expect(told).toMatch(/only part of the request/);
	});

	test('a number of partitions that the topic has already is left out', async () => {
		const more = settings(
			{ id: 'topic_1', settings: { newPartitionNumbers: 3, syncReplication: true } },
			{ id: 'topic_2', settings: { newPartitionNumbers: 3 } },
		);
		expect(await cloud.items('topic/update', more)).toMatchObject([
			{ name: 'topic_1', updated: true },
			{ name: 'topic_2', updated: true, note: expect.stringContaining('already has 3 partitions') },
		]);
		expect(cloud.onlyBody('UpdateInstanceTopic')).toEqual({
			topics: [{ id: 'topic_1', sync_replication: true }],
		});
	});

	test('nothing is sent where nothing is left to change', async () => {
		const more = settings({ id: 'topic_1', settings: { newPartitionNumbers: 3 } });
		expect(await cloud.items('topic/update', more)).toMatchObject([{ updated: true }]);
		expect(cloud.sent('UpdateInstanceTopic')).toHaveLength(0);
	});

	test('the emulated service refuses an unchanged number as the real one does', async () => {
		// The list that would have shown the number is not up to date.
		answer('ListInstanceTopics', 200, { total: 0, topics: [] });
		const more = settings(
			{ id: 'topic_1', settings: { newPartitionNumbers: 3, syncReplication: true } },
			{ id: 'topic_2', settings: { newPartitionNumbers: 4 } },
		);
		const { told } = await cloud.run('topic/update', more);
		expect(told).toMatch(/topic_1: .*already has 3 partitions/);
		const topics = cloud.em.huawei.state.named('orders')?.topics;
		expect(topics?.map(({ partition, syncReplication }) => [partition, syncReplication])).toEqual([
			[3, false],
			[4, false],
		]);
	});
});

describe('every write', () => {
	test.each([
		['user/delete', { users: ['reader'] }, 'BatchDeleteInstanceUsers', 'failed_users', 'user_name'],
		[
			'permission/set',
			{ topics: { entry: [{ name: 'topic_1', policies: { entry: [] } }] } },
			'UpdateTopicAccessPolicy',
			'failed_topics',
			'name',
		],
	])('%s tells what its answer lists as failed', async (operation, more, api, list, key) => {
		const name = list === 'failed_users' ? 'reader' : 'topic_1';
		answer(api, 200, { [list]: [{ [key]: name, error_msg: 'It is in use.' }] });
		const { told } = await cloud.run(operation, { ...here(), ...more } as INodeParameters);
		expect(told).toContain(`${name}: It is in use.`);
	});

	test.each([
		['success: false', { success: false, error_msg: 'Not today.' }],
		['an error', { error_code: 'DMS.99999999', error_msg: 'Not today.' }],
		['a nested error', { error: { error_code: 'DMS.99999999', error_msg: 'Not today.' } }],
	])('%s with status 200 is no success', async (_, body) => {
		answer('UpdateInstance', 200, body);
		const { told } = await cloud.run('instance/update', {
			...here(),
			options: { description: 'new' },
		});
		expect(told).toMatch(/not today/i);
	});
});

test.each([
	['instance/restart', 'BatchRestartOrDeleteInstances', 'results', { result: 'SUCCESS' }],
	['topic/delete', 'BatchDeleteInstanceTopic', 'topics', { id: 'topic_1', success: 'True' }],
	[
		'message/delete',
		'DeleteKafkaTopicMessages',
		'partitions',
		{ partition: '0', result: 'SUCCESS' },
	],
	[
		'consumerGroup/deleteOffsets',
		'DeleteConsumerGroupOffsets',
		'topics',
		{ name: 'topic_1', success: 'true' },
	],
])('%s takes a success for one, however it is written', async (operation, api, list, part) => {
	answer(api, 200, { [list]: [{ instance: id, ...part }] });
	const more: Record<string, object> = {
		'instance/restart': { instances: [id] },
		'topic/delete': { topics: 'topic_1' },
		'message/delete': {
			topic: byName('topic_1'),
			partitions: { entry: [{ partition: 0, offset: 1 }] },
		},
		'consumerGroup/deleteOffsets': { group: byName('billing'), topics: 'topic_1' },
	};
	const { told } = await cloud.run(operation, { ...here(), ...more[operation] } as INodeParameters);
	expect(told).toBe('');
});

describe('reasons that lie elsewhere', () => {
	const grant = () => ({
		...here(),
		topics: {
			entry: [
				{ name: 'topic_1', policies: { entry: [{ userName: 'reader', accessPolicy: 'all' }] } },
			],
		},
	});

	test('a 400 whose only reason is in failed_topics (terraform-provider-huaweicloud)', async () => {
		answer('UpdateTopicAccessPolicy', 400, {
			failed_topics: [{ name: 'topic_1', error_msg: 'Topic policy is empty.' }],
		});
		const { told } = await cloud.run('permission/set', grant());
		expect(told).toContain('topic_1: Topic policy is empty');
	});

	test('an error nested in an error (cloudpods #18968)', async () => {
		answer('UpdateInstance', 403, {
			error: { error_code: 'EPS.0004', error_msg: 'Permission error.' },
		});
		const { told } = await cloud.run('instance/update', {
			...here(),
			options: { description: '' },
		});
		expect(told).toMatch(/permission error.*EPS\.0004/i);
	});

	test('a path that a partner cloud does not publish (Open Telekom Cloud)', async () => {
		answer('UpdateInstance', 404, {
			error_code: 'APIGW.0101',
			error_msg: 'The API does not exist or has not been published in the environment',
			request_id: 'r1',
		});
		const { told } = await cloud.run('instance/update', {
			...here(),
			options: { description: '' },
		});
		expect(told).toMatch(/Legacy API.*request ID r1/);
	});

	test('too many requests, with the rule (terraform-provider-huaweicloud #1335)', async () => {
		answer('ListInstances', 429, {
			error_code: 'APIGW.0308',
			error_msg:
				'The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute',
		});
		const { told } = await cloud.run('instance/getAll');
		expect(told).toMatch(
			/200 requests in 5 minutes are allowed for this user.*Wait up to 5 minutes/,
		);
		// A pause of minutes is the user's to make.
		expect(cloud.sent('ListInstances')).toHaveLength(1);
	});

	test('a short rule is waited for', async () => {
		const error_msg =
			'The throttling threshold has been reached: policy user over ratelimit,limit:5,time:2 second';
		cloud.em.faults.add({
			operation: 'ListInstances',
			times: 1,
			effect: {
				kind: 'answer',
				status: 429,
				body: { error_code: 'APIGW.0308', error_msg },
			} as never,
		});
		const before = cloud.clock.passed;
		await cloud.items('instance/getAll');
		expect(cloud.clock.passed - before).toBeGreaterThanOrEqual(2000);
	});

	test.each([
		[
			'an expired signature (huaweicloud-sdk-java-v3 #44)',
			'calc aksk signature fail:signature expired, signature time:20211217T064303Z,server time:20211217T065804Z',
			/clock of the n8n server is 15 minutes behind.*keys are not the cause/,
		],
		[
			"a project that is not this key's (huaweicloud-devkit #262)",
			'Unauthorized',
			/'Project ID' belongs to this account/,
		],
	])('401: %s', async (_, reason, expected) => {
		answer('ListInstances', 401, {
			error_code: 'APIGW.0301',
			error_msg: `Incorrect IAM authentication information: ${reason}`,
			request_id: 'r',
		});
		const { told } = await cloud.run('instance/getAll');
		expect(told).toMatch(expected);
		expect(told).toMatch(/APIGW\.0301.*Incorrect IAM authentication information.*request ID r/);
	});
});
