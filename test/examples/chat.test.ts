/** The examples that provision from DingTalk, Feishu, and a form, with roles and with networks by name. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createHmac } from 'node:crypto';

import { credentialsOf } from '../../demo/credentials';
import { example, textsOf } from '../../demo/workflows';
import { EXAMPLE, type Emulator } from '../../emulator';
import type { Harness, Outcome, WorkflowJson } from '../harness';
import { describe as describeNode, property } from '../harness/nodes/describe';
import type { VirtualClock } from '../support/virtualClock';
import { stage } from './support';

let em: Emulator;
let n8n: Harness;
let clock: VirtualClock;
/** What was sent to the chat. */
let posts: Array<{ url: string; body: IDataObject }>;

/** HTTP Request nodes without a network: the chat's servers are not to be asked by a test. */
const httpRequest: INodeType = {
	description: describeNode(
		'httpRequest',
		[4.2],
		[property('url', 'string', ''), property('jsonBody', 'json', '')],
	),
	async execute(this: IExecuteFunctions) {
		const url = this.getNodeParameter('url', 0) as string;
		const given = this.getNodeParameter('jsonBody', 0, '') as string | IDataObject;
		posts.push({
			url,
			body: typeof given === 'string' ? JSON.parse(given || '{}') : given,
		} as never);
		return await Promise.resolve([[{ json: { tenant_access_token: 't-1' } }]]);
	},
};

beforeEach(async () => {
	posts = [];
	({ em, n8n, clock } = await stage({}, { 'n8n-nodes-base.httpRequest': httpRequest }));
	const { huawei, alibaba, tencent } = EXAMPLE;
	const roles: Record<string, IDataObject> = {
		managedKafkaHuaweiCloudApi: {
			assumeRole: true,
			agencyName: huawei.agency.name,
			delegatingAccountName: huawei.agency.domainName,
		},
		managedKafkaAlibabaCloudApi: { assumeRole: true, roleArn: alibaba.role },
		managedKafkaTencentCloudApi: { assumeRole: true, roleArn: tencent.role },
	};
	for (const [type, data] of Object.entries(credentialsOf(em))) {
		n8n.credentials[type] = { ...data, ...(roles[type] as object) };
	}
	n8n.credentials.crypto = { hmacSecret: 'your-app-secret' };
});

const call = (body: IDataObject, headers: IDataObject = {}): INodeExecutionData[] => [
	{ json: { headers, params: {}, query: {}, body } },
];

const statusOf = ({ webhookResponse }: Outcome) =>
	(webhookResponse as { statusCode?: number } | undefined)?.statusCode;

/** Requests of a cloud that were signed with the keys of a role. */
const grants = (operation: string) =>
	em.requests.filter((request) => request.operation === operation).length;

describe('from DingTalk', () => {
	const workflow = example('alibaba-4-provision-from-dingtalk.json');
	const REPLY_TO = 'https://oapi.dingtalk.com/robot/sendBySession?session=1';

	/** A message as DingTalk sends it. */
	function message(
		text: string,
		{ at = clock.now(), secret = 'your-app-secret', to = REPLY_TO } = {},
	) {
		const timestamp = String(at);
		const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
		return call(
			{ msgtype: 'text', text: { content: text }, senderNick: 'mika', sessionWebhook: to },
			{ timestamp, sign },
		);
	}
	const run = async (inputItems: INodeExecutionData[]) => await n8n.run(workflow, { inputItems });

	it('orders one instance for a message that comes twice, and replies in the group', async () => {
		const first = await run(message(' create orders-dev, 900 GB'));
		expect(first.error?.message).toBeUndefined();
		expect(statusOf(first)).toBe(200);
		const second = await run(message(' create orders-dev, 900 GB'));
		expect(second.error?.message).toBeUndefined();
		const [instance, ...others] = em.alibaba.state.instances;
		expect(others).toEqual([]);
		expect(posts).toEqual([
			{
				url: REPLY_TO,
				body: {
					msgtype: 'text',
					text: {
						content: expect.stringContaining(
							`Creating Kafka instance orders-dev (${instance.id}`,
						) as string,
					},
				},
			},
			{
				url: REPLY_TO,
				body: {
					msgtype: 'text',
					text: { content: expect.stringContaining(`(${instance.id}) already exists`) as string },
				},
			},
		]);
		expect(grants('AssumeRole')).toBeGreaterThan(0);
	});

	it('takes a message in Chinese', async () => {
		await run(message(' 创建orders-dev，900GB'));
		expect(JSON.stringify(posts[0].body)).toContain('Creating Kafka instance orders-dev (');
		expect(em.alibaba.state.instances).toHaveLength(1);
	});

	it('says how to ask, and buys nothing, for other words', async () => {
		await run(message(' good morning'));
		expect(JSON.stringify(posts[0].body)).toContain('To create an instance, write its name');
		expect(em.alibaba.state.instances).toEqual([]);
	});

	it('tells the group why nothing was created', async () => {
		em.faults.add({
			operation: 'CreatePostPayInstance',
			effect: {
				kind: 'answer',
				status: 400,
				body: { Code: 'NoSuchSpec', Message: 'No' },
			},
		} as never);
		await run(message(' create orders-dev'));
		expect(posts).toHaveLength(1);
		expect(JSON.stringify(posts[0].body)).toContain('Kafka instance orders-dev was not created: ');
	});

	it.each([
		['another secret', () => message(' create orders-dev', { secret: 'another' })],
		[
			'no signature',
			() => call({ text: { content: 'create orders-dev' }, sessionWebhook: REPLY_TO }),
		],
		[
			'a signature of two hours ago',
			() => message(' create orders-dev', { at: clock.now() - 7_200_000 }),
		],
		[
			'a reply address of somebody else',
			() => message(' create orders-dev', { to: 'https://evil.example/' }),
		],
	])('rejects %s', async (_, made) => {
		const outcome = await run(made());
		expect(statusOf(outcome)).toBe(403);
		expect([em.alibaba.state.instances, posts]).toEqual([[], []]);
	});
});

describe('from Feishu', () => {
	const workflow = example('huawei-10-provision-from-feishu.json');
	const token = 'your-verification-token';
	const run = async (body: IDataObject) => await n8n.run(workflow, { inputItems: call(body) });

	/** An event of version 2.0, as Feishu sends it. */
	const event = (text: string, given = token): IDataObject => ({
		schema: '2.0',
		header: { event_id: 'e-1', token: given, event_type: 'im.message.receive_v1' },
		event: {
			sender: { sender_id: { open_id: 'ou_1' } },
			message: { message_id: 'om_1', message_type: 'text', content: JSON.stringify({ text }) },
		},
	});

	it('confirms its address', async () => {
		const outcome = await run({ challenge: 'c-1', token, type: 'url_verification' });
		expect((outcome.webhookResponse as IDataObject).body).toEqual({ challenge: 'c-1' });
	});

	it('creates one instance for an event that comes twice, and replies to the message', async () => {
		for (let count = 0; count < 2; count++) {
			const outcome = await run(event('@_user_1 create orders-dev, 3 brokers, 300 GB'));
			expect(outcome.error?.message).toBeUndefined();
		}
		const [instance, ...others] = em.huawei.state.instances;
		expect(others).toEqual([]);
		expect(posts.map(({ url }) => url)).toEqual([
			'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal',
			'https://open.feishu.cn/open-apis/im/v1/messages/om_1/reply',
			'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal',
			'https://open.feishu.cn/open-apis/im/v1/messages/om_1/reply',
		]);
		const texts = [1, 3].map(
			(index) => JSON.parse(String(posts[index].body.content)) as IDataObject,
		);
		expect(texts).toEqual([
			{ text: `Kafka instance orders-dev (${instance.id}) is being created` },
			{ text: `Kafka instance orders-dev (${instance.id}) already exists` },
		]);
		expect(grants('CreateTemporaryAccessKeyByAgency')).toBeGreaterThan(0);
	});

	it('takes the size from a message in Chinese', async () => {
		await run(event('@_user_1 创建 orders-dev，4 个 Broker，400 GB'));
		const [instance, ...others] = em.huawei.state.instances;
		expect(instance).toMatchObject({ name: 'orders-dev', brokerNum: 4, storageSpace: 400 });
		expect(others).toEqual([]);
	});

	it.each([
		['@_user_1 please help', 'To create an instance, write its name'],
		['@_user_1 create orders-dev, 2 brokers', 'No Kafka instance was created: '],
	])('replies to "%s", and buys nothing', async (text, told) => {
		await run(event(text));
		expect(String(posts[1].body.content)).toContain(told);
		expect(em.huawei.state.instances).toEqual([]);
	});

	it.each([
		['another token', event('create orders-dev', 'another')],
		['no token', { event: {} }],
	])('rejects %s', async (_, body) => {
		expect(statusOf(await run(body))).toBe(403);
		expect([em.huawei.state.instances, posts]).toEqual([[], []]);
	});
});

describe('from a form, told to WeCom', () => {
	const workflow: WorkflowJson = example('tencent-4-provision-and-tell-wecom.json');
	const run = async (Name: string) =>
		await n8n.run(workflow, { inputItems: [{ json: { Name, Owner: 'mika' } }] });

	it('creates one instance for a form that is sent twice, and tells its addresses', async () => {
		for (let count = 0; count < 2; count++) {
			const outcome = await run('orders-dev');
			expect(outcome.error?.message).toBeUndefined();
		}
		expect(em.tencent.state.instances).toHaveLength(1);
		expect(posts.map(({ url }) => url)).toEqual(
			Array.from({ length: 2 }, () => 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'),
		);
		for (const { body } of posts) {
			expect(JSON.stringify(body)).toContain('Kafka instance orders-dev of mika is ready: ');
		}
		expect(grants('AssumeRole')).toBeGreaterThan(0);
	});

	it('tells why there is none', async () => {
		const refused = { Error: { Code: 'LimitExceeded', Message: 'No quota.' }, RequestId: 'r-1' };
		em.faults.add({
			operation: 'CreatePostPaidInstance',
			effect: { kind: 'answer', status: 200, body: { Response: refused } },
		} as never);
		const outcome = await run('orders-dev');
		expect(textsOf(outcome, 'Not Created')[0]).toContain('of mika is not ready: ');
		expect(posts).toHaveLength(1);
	});
});
