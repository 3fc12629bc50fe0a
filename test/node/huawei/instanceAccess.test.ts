/** How clients reach an instance: access modes, and access from the internet. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;

beforeEach(async () => {
	cloud = await openCloud({ instances: [{ name: 'orders' }] }, { tick: 15_000 });
	id = cloud.em.huawei.state.named('orders')?.id ?? '';
});

const instance = () =>
	cloud.em.huawei.state.named('orders') as NonNullable<
		ReturnType<Cloud['em']['huawei']['state']['named']>
	>;
const here = (more: INodeParameters = {}): INodeParameters => ({ instanceId: byId(id), ...more });
const answer = (operation: string, status: number, body: unknown) =>
	void cloud.em.faults.add({
		operation,
		times: 'always',
		effect: { kind: 'answer', status, body } as never,
	});

describe('Set Access Mode', () => {
	const API = 'UpdateKafkaPortProtocol';
	const saslSsl = (entry: INodeParameters): INodeParameters =>
		here({
			protocol: 'private_sasl_ssl_enable',
			enable: true,
			options: { firstUser: { entry } },
		});
	const USER = { userName: 'orders-admin', passWord: 'Secret-pass-1' };

	test('the first SASL mode comes with its first user, whose password is in no item', async () => {
		const mechanisms = ['SCRAM-SHA-512'];
		const more = saslSsl({ ...USER, saslEnabledMechanisms: mechanisms });
		const [item] = await cloud.items('instance/setAccessMode', { ...more, ...WAITING });
		expect(cloud.lines()[0]).toBe(`POST /v2/{project}/kafka/instances/${id}/plain-ssl-switch`);
		expect(cloud.onlyBody(API)).toEqual({
			protocol: 'private_sasl_ssl_enable',
			enable: true,
			user_name: 'orders-admin',
			pass_word: 'Secret-pass-1',
			sasl_enabled_mechanisms: mechanisms,
		});
		expect(item).toMatchObject({
			protocol: 'private_sasl_ssl_enable',
			enable: true,
			status: 'SUCCESS',
			completed: true,
		});
		expect(JSON.stringify(item)).not.toContain('Secret-pass-1');
		expect(instance().portProtocol.private_sasl_ssl_enable).toBe(true);
		expect(instance().users.map(({ name }) => name)).toEqual(['orders-admin']);
	});

	test('the item has the mode that was asked for, not the one of the documented answer', async () => {
		answer(API, 200, { job_id: 'j', protocol: 'private_plain_enable', enable: true });
		const [item] = await cloud.items('instance/setAccessMode', saslSsl(USER));
		expect(item).toEqual({
			...{ job_id: 'j', protocol: 'private_sasl_ssl_enable', enable: true, instance_id: id },
		});
	});

	test('the only mode that is on is not turned off', async () => {
		const off = here({ protocol: 'private_plain_enable', enable: false });
		const { told } = await cloud.run('instance/setAccessMode', off);
		expect(told).toMatch(/only one that is on.*Nothing was changed.*another access mode on first/);
		expect(cloud.sent(API)).toEqual([]);
		instance().portProtocol.private_sasl_ssl_enable = true;
		expect(await cloud.items('instance/setAccessMode', off)).toMatchObject([{ enable: false }]);
	});

	test.each([null, {}, { private_plain_enable: null }])(
		'a record with the modes %j keeps nobody from it',
		async (port_protocols) => {
			answer('ShowInstance', 200, { instance_id: id, status: 'RUNNING', port_protocols });
			const off = here({ protocol: 'private_plain_enable', enable: false });
			await cloud.run('instance/setAccessMode', off);
			expect(cloud.sent(API)).toHaveLength(1);
		},
	);

	test.each([
		[{ userName: 'orders-admin' }, {}, /'Password' is missing/],
		[{ passWord: 'Secret-pass-1' }, {}, /'SASL User' is missing/],
		[USER, { protocol: 'private_plain_enable' }, /applies only to a SASL mode/],
		[USER, { enable: false }, /applies only to a SASL mode that is turned on/],
	])('%j with %j is not sent', async (entry, more, expected) => {
		const { told } = await cloud.run('instance/setAccessMode', { ...saslSsl(entry), ...more });
		expect(told).toMatch(expected);
		expect(told).not.toContain('Secret-pass-1');
		expect(cloud.writes()).toEqual([]);
	});
});

describe('Set Public Access', () => {
	const API = 'ModifyKafkaPublicIpAccessSwitch';
	const EIPS =
		'87864c09-b3f4-4d8b-8d46-a2eaf5e31a01,87864c09-b3f4-4d8b-8d46-a2eaf5e31a02,87864c09-b3f4-4d8b-8d46-a2eaf5e31a03';
	const off = (more: INodeParameters = {}) => here({ publicAccess: 'off', ...more });
	const on = (more: INodeParameters = {}) =>
		here({ publicAccess: 'on', publicipId: EIPS, ...more });
	const openIt = () =>
		Object.assign(instance(), { enablePublicIp: true, publicIpIds: EIPS.split(',') });

	test('on, with elastic IPs, until the instance shows it', async () => {
		const [item] = await cloud.items('instance/setPublicAccess', on(WAITING));
		const sent = cloud.sent(API);
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			expect.stringMatching(/^POST \/v1\/.*\/public-boundwidth$/),
		]);
		expect(cloud.onlyBody(API)).toEqual({ publicip_id: EIPS });
		expect(item).toMatchObject({
			...{ public_access: 'on', public_access_enabled: 'true', status: 'on', completed: true },
			public_connect_address: expect.stringContaining('203.0.113.'),
		});
	});

	test('a background task that fails ends the wait, not one from before', async () => {
		instance().failingTasks = ['bindInstancePublicIp'];
		await cloud.items('instance/setPublicAccess', on());
		cloud.clock.advance(10 * 60_000);
		const { told } = await cloud.run('instance/setPublicAccess', on(WAITING));
		expect(told).toMatch(/public access of instance .* ended with status FAILED/i);
		instance().failingTasks = [];
		const [item] = await cloud.items('instance/setPublicAccess', on(WAITING));
		expect(item).toMatchObject({ status: 'on', completed: true });
	});

	test('whoever may not list the background tasks waits for the instance alone', async () => {
		answer('ListBackgroundTasks', 403, { error_code: 'DMS.10240103', error_msg: 'Forbidden' });
		const [item] = await cloud.items('instance/setPublicAccess', on(WAITING));
		expect(item).toMatchObject({ status: 'on', completed: true });
	});

	test('off is an empty body, and nothing else is', async () => {
		openIt();
		const [item] = await cloud.items('instance/setPublicAccess', off(WAITING));
		expect(cloud.sent(API).map(({ body }) => body)).toEqual(['{}']);
		expect(item).toMatchObject({ public_access: 'off', status: 'off', completed: true });
		expect(instance().enablePublicIp).toBe(false);
	});

	test.each([
		['an expression that returns nothing', { publicipId: '={{ $json.nothing }}' }],
		['an expression that returns an empty text', { publicipId: '={{ "" }}' }],
		['an ID of spaces', { publicipId: '   ' }],
		['commas only', { publicipId: ',,' }],
	])('on with %s is not sent: it would turn public access off', async (_, more) => {
		openIt();
		const { told } = await cloud.run('instance/setPublicAccess', on(more));
		expect(told).toContain("'Elastic IP Names or IDs'");
		expect(cloud.writes()).toEqual([]);
	});

	test.each(['={{ $json.nothing }}', '={{ "Off" }}', '={{ false }}', '={{ "" }}'])(
		'a choice of %j is not sent',
		async (publicAccess) => {
			openIt();
			const { told } = await cloud.run('instance/setPublicAccess', on({ publicAccess }));
			expect(told).toContain("'Public Access'");
			expect(cloud.writes()).toEqual([]);
		},
	);

	test('off by an expression is off', async () => {
		openIt();
		await cloud.items('instance/setPublicAccess', on({ publicAccess: '={{ "off" }}' }));
		expect(cloud.sent(API).map(({ body }) => body)).toEqual(['{}']);
	});

	test('off does not go with settings that turn it on', async () => {
		openIt();
		const more = off({ options: { eipAddress: '203.0.113.10' } });
		const { told } = await cloud.run('instance/setPublicAccess', more);
		expect(told).toContain('turn public access on');
		expect(cloud.writes()).toEqual([]);
	});

	test('what is so already is left alone', async () => {
		const note = expect.stringMatching(/already off/);
		expect(await cloud.items('instance/setPublicAccess', off())).toMatchObject([
			{ public_access: 'off', note },
		]);
		openIt();
		expect(await cloud.items('instance/setPublicAccess', on())).toMatchObject([
			{ public_access: 'on', note: expect.stringMatching(/already on/) },
		]);
		expect(cloud.writes()).toEqual([]);
	});

	test.each([
		[{ public_access_enabled: 'actived' }, 'on'],
		[{ public_access_enabled: 'closed', kafka_public_status: 'true' }, 'off'],
		[{ public_access_enabled: null, kafka_public_status: 'closed' }, 'off'],
		[{ public_access_enabled: '', enable_publicip: true }, 'on'],
	])('a record with %j is %s', async (record, state) => {
		answer('ShowInstance', 200, { instance_id: id, status: 'RUNNING', ...record });
		const wanted = state === 'on' ? on() : off();
		expect(await cloud.items('instance/setPublicAccess', wanted)).toMatchObject([
			{ public_access: state, note: expect.any(String) },
		]);
	});
});
