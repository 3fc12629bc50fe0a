import {
	startEmulator,
	type AlibabaInstance,
	type AlibabaSeed,
	type Emulator,
} from '../../../emulator';
import { SECOND } from '../../../emulator/core/clock';
import { callAlibaba } from './client';
import { code, operate, operateOn, refused, type Parameters } from './operateAlibaba';

let emulator: Emulator;
let instance: AlibabaInstance;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const seed = (given: Partial<AlibabaSeed> = {}) => {
	instance = emulator.alibaba.state.seed({ name: 'orders', ...given });
};
const run = (action: string, parameters?: Parameters) =>
	operateOn(emulator, instance, action, parameters);
const ACL_ON = { config: { 'enable.acl': 'true' } };

describe('SASL users', () => {
	const user = { Username: 'app', Password: 'Secret-1' };
	const list = async () => (await run('DescribeSaslUsers')).body.SaslUserList.SaslUserVO;

	test('one of each type, listed with the password', async () => {
		seed(ACL_ON);
		await run('CreateSaslUser', user);
		await run('CreateSaslUser', { ...user, Type: 'scram' });
		expect(await list()).toEqual([]);
		emulator.clock.advance(SECOND);
		expect(await list()).toEqual([
			{ ...user, Type: 'plain' },
			{ ...user, Type: 'scram' },
		]);
		await run('DeleteSaslUser', { Username: 'app' });
		expect(await list()).toHaveLength(2);
		emulator.clock.advance(2 * SECOND);
		expect(await list()).toEqual([{ ...user, Type: 'scram' }]);
		expect(code(await run('DeleteSaslUser', { Username: 'app' }))).toEqual(
			refused('BIZ_SASL_USER_NOT_EXIST'),
		);
	});

	test('one that exists gets the new password', async () => {
		seed({ ...ACL_ON, users: [{ name: 'app', password: 'Secret-1' }] });
		await run('CreateSaslUser', { ...user, Password: 'Secret-2' });
		expect(await list()).toEqual([{ Username: 'app', Password: 'Secret-2', Type: 'plain' }]);
	});

	test('a password may come in the body', async () => {
		seed(ACL_ON);
		const query = { RegionId: instance.region, InstanceId: instance.id, Username: 'app' };
		const form = { Password: 'Secret+1 &=' };
		const reply = await callAlibaba(emulator, { action: 'CreateSaslUser', query, form });
		expect(reply.body.Success).toBe(true);
		expect(instance.users).toMatchObject([{ name: 'app', password: 'Secret+1 &=', type: 'plain' }]);
	});

	test('an instance has them with ACL or on the Internet', async () => {
		seed();
		expect(code(await run('CreateSaslUser', user))).toEqual(refused('BIZ_ACL_NOT_ENABLED'));
		seed({ specType: 'normal' });
		expect(code(await run('DescribeSaslUsers'))).toEqual(
			refused('BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT'),
		);
		seed({ specType: 'normal', deployType: 4 });
		expect((await run('CreateSaslUser', user)).body.Success).toBe(true);
	});
});

describe('access control entries', () => {
	const resource = { Username: 'app', AclResourceType: 'Topic', AclResourceName: 'orders' };
	const entry = { ...resource, AclResourcePatternType: 'LITERAL', AclOperationType: 'Write' };
	const list = async (over: Parameters = {}) =>
		(await run('DescribeAcls', { ...resource, ...over })).body.KafkaAclList.KafkaAclVO;

	test('are created once, listed and deleted', async () => {
		seed({ ...ACL_ON, users: [{ name: 'app' }] });
		await run('CreateAcl', entry);
		await run('CreateAcl', { ...entry, Username: '*', AclResourcePatternType: 'PREFIXED' });
		expect(code(await run('CreateAcl', entry))).toEqual(refused('Acl.DuplicatedAuth.Error'));
		expect(await list()).toEqual([]);
		emulator.clock.advance(SECOND);
		expect(await list()).toEqual([{ ...entry, Host: '*' }]);
		expect(await list({ Username: '*' })).toHaveLength(2);
		expect(await list({ AclResourcePatternType: 'PREFIXED' })).toEqual([]);
		expect(await list({ AclResourceName: 'other' })).toEqual([]);
		await run('DeleteAcl', entry);
		// It stays listed for a moment (terraform-provider-alicloud #10362).
		expect(await list()).toHaveLength(1);
		emulator.clock.advance(2 * SECOND);
		expect(await list()).toEqual([]);
		expect(code(await run('DeleteAcl', entry))).toEqual(refused('InvalidParameter.DataNotFound'));
	});

	test('need ACL and a user', async () => {
		seed({ deployType: 4 });
		expect(code(await run('CreateAcl', entry))).toEqual(refused('BIZ_ACL_NOT_ENABLED'));
		seed(ACL_ON);
		expect(code(await run('CreateAcl', entry))).toEqual(refused('BIZ_SASL_USER_NOT_EXIST'));
	});
});

describe('allowed addresses', () => {
	const update = (over: Parameters = {}) =>
		run('UpdateAllowedIp', {
			UpdateType: 'add',
			AllowedListType: 'vpc',
			PortRange: '9092/9092',
			AllowedListIp: '10.0.0.0/8,192.168.0.1',
			...over,
		});
	const list = async () => (await run('GetAllowedIpList')).body.AllowedList;

	test('are added and taken away', async () => {
		seed();
		await update();
		expect(await list()).toEqual({
			DeployType: 5,
			InternetList: [],
			VpcList: [
				{
					PortRange: '9092/9092',
					AllowedIpList: ['0.0.0.0/0', '10.0.0.0/8', '192.168.0.1'],
					AllowedIpGroup: { [instance.id]: ['0.0.0.0/0', '10.0.0.0/8', '192.168.0.1'] },
				},
			],
		});
		await update({ UpdateType: 'delete', AllowedListIp: '0.0.0.0/0' });
		expect((await list()).VpcList[0].AllowedIpList).toEqual(['10.0.0.0/8', '192.168.0.1']);
		seed({ deployType: 4 });
		const internet = { AllowedListType: 'internet', PortRange: '9093/9093' };
		await update({ ...internet, AllowedListIp: '1.2.3.4' });
		expect((await list()).InternetList[0].AllowedIpList).toEqual(['0.0.0.0/0', '1.2.3.4']);
	});

	test.each<[string, Parameters, string]>([
		['the port of the other list', { PortRange: '9093/9093' }, 'WHITE.PARAM.ERROR'],
		[
			'the Internet where there is none',
			{ AllowedListType: 'internet', PortRange: '9093/9093' },
			'WHITE.PARAM.ERROR',
		],
		['no address', { AllowedListIp: '10.0.0.256' }, 'WHITE.IP.ILLEGAL.ERROR'],
		['an address twice', { AllowedListIp: '0.0.0.0/0' }, 'WHITE.IP.ALREADY.EXISTS.ERROR'],
		['two to delete', { UpdateType: 'delete' }, 'WHITE.PARAM.ERROR'],
		[
			'an unknown one to delete',
			{ UpdateType: 'delete', AllowedListIp: '10.0.0.1' },
			'WHITE.DELETE.ERROR',
		],
		[
			'too many',
			{ AllowedListIp: Array.from({ length: 100 }, (_, i) => `10.0.0.${i}`).join(',') },
			'WHITE.IPLIST.OVERLONG.ERROR',
		],
	])('%s is refused', async (_what, over, expected) => {
		seed();
		expect(code(await update(over))).toEqual(refused(expected));
		expect((await list()).VpcList[0].AllowedIpList).toEqual(['0.0.0.0/0']);
	});
});

describe('tags', () => {
	const call = (action: string, parameters: Parameters) =>
		operate(emulator, action, { ResourceType: 'INSTANCE', ...parameters });
	const tags = async (parameters: Parameters) => {
		const { body } = await call('ListTagResources', parameters);
		return body.TagResources.TagResource.map((t: Parameters) => [
			t.ResourceId,
			t.TagKey,
			t.TagValue,
		]);
	};
	const env = { Key: 'env', Value: 'test' };

	test('of instances, topics and groups', async () => {
		seed({ topics: [{ name: 'orders' }], groups: [{ name: 'readers' }] });
		const kinds = [
			['instance', instance.id],
			['Topic', `Kafka_${instance.id}_orders`],
			['CONSUMERGROUP', `Kafka_${instance.id}_readers`],
		];
		for (const [ResourceType, id] of kinds) {
			const resource = { ResourceType, ResourceId: [id] };
			const added = await call('TagResources', { ...resource, Tag: [env, { Key: 'bare' }] });
			expect(Object.keys(added.body)).toEqual(['RequestId']);
			await call('TagResources', { ...resource, Tag: [{ Key: 'env', Value: 'live' }] });
			const listed = await call('ListTagResources', resource);
			expect(listed.body.TagResources.TagResource).toContainEqual({
				ResourceId: id,
				ResourceType: `ALIYUN::ALIKAFKA::${ResourceType.toUpperCase()}`,
				TagKey: 'env',
				TagValue: 'live',
			});
			await call('UntagResources', { ...resource, TagKey: ['bare'], All: true });
			expect(await tags(resource)).toEqual([[id, 'env', 'live']]);
			expect(await tags({ ResourceType, Tag: [{ Key: 'env' }] })).toHaveLength(1);
			await call('UntagResources', resource);
			expect(await tags(resource)).toHaveLength(1);
			await call('UntagResources', { ...resource, All: true });
			expect(await tags(resource)).toEqual([]);
		}
	});

	test('are paged by token', async () => {
		emulator.alibaba.state.rules.tagPageSize = 2;
		seed({ tags: ['a', 'b', 'c'].map((Key) => ({ Key, Value: '' })) });
		const first = (await call('ListTagResources', { ResourceId: [instance.id] })).body;
		expect(first.TagResources.TagResource).toHaveLength(2);
		const { NextToken } = first;
		const second = (await call('ListTagResources', { ResourceId: [instance.id], NextToken })).body;
		expect(second.TagResources.TagResource).toMatchObject([{ TagKey: 'c' }]);
		expect(second).not.toHaveProperty('NextToken');
	});

	test('refusals have an HTTP status', async () => {
		seed({ tags: Array.from({ length: 20 }, (_, i) => ({ Key: `key-${i}`, Value: '' })) });
		const ResourceId = [instance.id];
		const reply = (action: string, parameters: Parameters) => call(action, parameters).then(code);
		expect(await reply('TagResources', { ResourceId: ['a'], Tag: [env] })).toEqual([
			400,
			'BIZ_TAG_RESOURCE_NOT_EXIST',
		]);
		expect(await reply('TagResources', { ResourceId, Tag: [env] })).toEqual([
			400,
			'BIZ_TAG_TAG_NUM_EXCEED',
		]);
		expect(await reply('TagResources', { ResourceId, Tag: [env, env] })).toEqual([
			400,
			'BIZ_TAG_DUPLICATE_TAG_KEY',
		]);
		expect(await reply('ListTagResources', {})).toEqual([400, 'MissingParameter']);
		expect(await reply('ListTagResources', { ResourceId, NextToken: 'x' })).toEqual([
			400,
			'InvalidParameter',
		]);
		const many = Array.from({ length: 51 }, (_, i) => `id-${i}`);
		expect(await reply('UntagResources', { ResourceId: many })).toEqual([
			400,
			'BIZ_TAG_REQUEST_RESOURCE_NUM_EXCEED',
		]);
	});
});
