/** Upgrades, the check before a resize and its progress, disks that expand by themselves, domain names. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;

beforeEach(async () => {
	cloud = await openCloud(
		{ instances: [{ name: 'orders', topics: [{ name: 'topic_1' }] }] },
		{ tick: 15_000 },
	);
	id = instance().id;
});

const state = () => cloud.em.huawei.state;
const instance = () =>
	state().named('orders') as NonNullable<ReturnType<Cloud['em']['huawei']['state']['named']>>;
const here = (more: INodeParameters = {}): INodeParameters => ({ instanceId: byId(id), ...more });
const path = (rest: string) => `/v2/{project}/kafka/instances/${id}${rest}`;
const answer = (operation: string, status: number, body: unknown) =>
	void cloud.em.faults.add({
		operation,
		times: 'always',
		effect: { kind: 'answer', status, body } as never,
	});

describe('Upgrade', () => {
	test('runs at once unless a start is set, and is waited for', async () => {
		const [info] = await cloud.items('instanceMaintenance/getUpgradeInfo', here());
		expect(cloud.lines()).toEqual([`GET ${path('/upgrade')}`]);
		expect(info).toEqual({
			current_version: '2.7.2.1',
			latest_version: '2.7.2.5',
			instance_id: id,
		});
		cloud.forget();
		const [item] = await cloud.items('instanceMaintenance/upgrade', here(WAITING));
		expect(cloud.lines()[0]).toBe(`POST ${path('/upgrade')}`);
		expect(cloud.onlyBody('UpgradeInstance')).toEqual({ is_schedule: false });
		expect(item).toMatchObject({
			job_id: expect.any(String),
			instance_id: id,
			status: 'SUCCESS',
			completed: true,
		});
		expect(instance().kernelVersion).toBe('2.7.2.5');
	});

	test('a scheduled one gives its ID back and is not waited for', async () => {
		const options = { isSchedule: true, executeAt: cloud.em.clock.now() + 3_600_000 };
		const [item] = await cloud.items('instanceMaintenance/upgrade', here({ options, ...WAITING }));
		expect(cloud.onlyBody('UpgradeInstance')).toEqual({
			is_schedule: true,
			execute_at: options.executeAt,
		});
		expect(item).toEqual({ scheduled: true, schedule_id: expect.any(String), instance_id: id });
		expect(instance().kernelVersion).toBe('2.7.2.1');
		const tasks = await cloud.items('scheduledTask/getAll', here({ returnAll: true }));
		expect(tasks).toMatchObject([{ id: item.schedule_id, name: 'upgradeInstance' }]);
		cloud.em.clock.advance(3_700_000);
		expect(instance().kernelVersion).toBe('2.7.2.5');
	});

	test.each([{}, { schedule_id: null }])(
		'a scheduled one that is answered with %j is not told as completed',
		async (body) => {
			answer('UpgradeInstance', 200, body);
			const options = { isSchedule: true, executeAt: cloud.em.clock.now() + 3_600_000 };
			const given = here({ options, ...WAITING });
			const [item] = await cloud.items('instanceMaintenance/upgrade', given);
			expect(item).toEqual({ scheduled: true, ...body, instance_id: id });
		},
	);

	const UUID = '93b94287-728d-4bb1-a158-cb66cb0854e7';

	test.each([
		['a bare text, as the documents have it', UUID],
		['a JSON text', `"${UUID}"`],
	])('the ID may be %s', async (_, text) => {
		answer('UpgradeInstance', 200, text);
		expect(await cloud.items('instanceMaintenance/upgrade', here())).toEqual([
			{ job_id: UUID, instance_id: id },
		]);
		const options = { isSchedule: true, executeAt: cloud.em.clock.now() + 3_600_000 };
		expect(await cloud.items('instanceMaintenance/upgrade', here({ options }))).toEqual([
			{ scheduled: true, schedule_id: UUID, instance_id: id },
		]);
	});

	test('a bare text is what the emulated service answers, too', async () => {
		state().rules.upgradeAnswer = 'text';
		const [item] = await cloud.items('instanceMaintenance/upgrade', here(WAITING));
		expect(item).toMatchObject({ job_id: expect.any(String), completed: true });
	});

	test('any other text is no answer of the service', async () => {
		answer('UpgradeInstance', 200, 'The upgrade was accepted.');
		const { told } = await cloud.run('instanceMaintenance/upgrade', here());
		expect(told).toMatch(/could not be read/);
	});

	test.each([
		[{ isSchedule: true }, /'Start Time' is missing/],
		[{ executeAt: '2030-01-01T00:00:00Z' }, /set without 'Start Later'/],
	])('a schedule of which a part is missing is not sent: %j', async (options, expected) => {
		const { told } = await cloud.run('instanceMaintenance/upgrade', here({ options }));
		expect(told).toMatch(expected);
		expect(cloud.writes()).toEqual([]);
	});

	test('one that fails, and one that is the latest already, say so', async () => {
		instance().failingTasks = ['upgradeInstance'];
		const failed = await cloud.run('instanceMaintenance/upgrade', here(WAITING));
		expect(failed.told).toMatch(/ended with status FAILED/);
		instance().kernelVersion = '2.7.2.5';
		const again = await cloud.run('instanceMaintenance/upgrade', here());
		expect(again.told).toContain('DMS.00400053');
	});
});

describe('Check Resize', () => {
	test('one item a check, from a bare list', async () => {
		instance().topics[0].replication = 1;
		const items = await cloud.items('instanceMaintenance/checkResize', here());
		expect(cloud.lines()).toEqual([`GET ${path('/extend-check')}`]);
		expect(items.map(({ name, success }) => [name, success])).toEqual([
			['CPU', true],
			['RAM', true],
			['REPLICA', false],
			['ISR', true],
			['NETWORK', true],
		]);
		expect(items[2]).toEqual({
			...{ name: 'REPLICA', success: false, reason: 'topic_1', risk: 'medium' },
			instance_id: id,
		});
	});

	test('a single check, as the table of the reference has it', async () => {
		answer('ShowKafkaScalePreCheckInfo', 200, { name: 'CPU', success: true, risk: null });
		expect(await cloud.items('instanceMaintenance/checkResize', here())).toEqual([
			{ name: 'CPU', success: true, risk: null, instance_id: id },
		]);
	});

	test.each([[''], [{}], [[]], [null], [['CPU']]])('%j is no list of checks', async (body) => {
		answer('ShowKafkaScalePreCheckInfo', 200, body);
		const { told, items } = await cloud.run('instanceMaintenance/checkResize', here());
		expect(told).not.toBe('');
		expect(items).toEqual([]);
	});
});

describe('Disk Auto Expansion', () => {
	const on = { autoVolumeExpandEnable: true, expandThreshold: 70, expandIncrement: 20 };

	test('is set, read, and turned off', async () => {
		const line = `/v2/{project}/instances/${id}/auto-volume-expand`;
		const set = { ...on, maxVolumeSize: 1000 };
		const [updated] = await cloud.items('instanceMaintenance/updateDiskAutoExpansion', here(set));
		expect(cloud.lines()).toEqual([`PUT ${line}`]);
		const expansion = {
			auto_volume_expand_enable: true,
			expand_threshold: 70,
			expand_increment: 20,
			max_volume_size: 1000,
		};
		expect(cloud.body()).toEqual(expansion);
		expect(updated).toEqual({ updated: true, ...expansion, instance_id: id });
		const [shown] = await cloud.items('instanceMaintenance/getDiskAutoExpansion', here());
		expect(cloud.lines()[1]).toBe(`GET ${line}`);
		expect(shown).toEqual({ ...expansion, instance_id: id });
		await cloud.items(
			'instanceMaintenance/updateDiskAutoExpansion',
			here({ autoVolumeExpandEnable: false }),
		);
		expect(cloud.body()).toEqual({ auto_volume_expand_enable: false });
		expect(instance().diskExpansion.auto_volume_expand_enable).toBe(false);
	});

	test.each([0, 50, 950, -100])('a maximum of %j GB is not sent', async (maxVolumeSize) => {
		const { told } = await cloud.run(
			'instanceMaintenance/updateDiskAutoExpansion',
			here({ ...on, maxVolumeSize }),
		);
		expect(told).toMatch(/'Maximum Storage \(GB\)' is .*multiple of 100/);
		expect(cloud.writes()).toEqual([]);
	});
});

describe('Enable Domain Name', () => {
	test('is waited for by what the instance shows', async () => {
		const [item] = await cloud.items('instanceMaintenance/enableDomainName', here(WAITING));
		expect(cloud.lines()).toContain(`POST ${path('/dns')}`);
		expect(cloud.body('EnableDns')).toBeUndefined();
		expect(item).toMatchObject({ dns_enable: true, status: 'enabled', completed: true });
	});

	test('ends with its background task where that fails', async () => {
		instance().failingTasks = ['enableDns'];
		const { told } = await cloud.run('instanceMaintenance/enableDomainName', here(WAITING));
		expect(told).toMatch(/domain name access of instance .* ended with status FAILED/i);
	});

	test('is done where it is on already (page EnableDns: DMS.111501035)', async () => {
		instance().dnsEnabled = true;
		const [item] = await cloud.items('instanceMaintenance/enableDomainName', here(WAITING));
		expect(item).toMatchObject({ instance_id: id, completed: true });
	});
});

describe('Background Task: Get Progress', () => {
	test('percent and steps of a resize', async () => {
		const size = { operType: 'storage', newStorageSpace: 600 };
		const [{ job_id }] = await cloud.items('instance/resize', here(size));
		cloud.em.clock.advance(60_000);
		cloud.forget();
		const of = here({ taskId: byId(String(job_id)) });
		const [item] = await cloud.items('backgroundTask/getProgress', of);
		expect(cloud.lines()).toEqual([
			`GET /v2/{project}/instances/${id}/tasks/${String(job_id)}/progress`,
		]);
		expect(item).toMatchObject({
			progress_percentage: expect.any(Number),
			instance_id: id,
			task_id: job_id,
			step_list: [
				{ name: 'pre_check', statue: 'COMPLETED', status: 'COMPLETED' },
				{ name: 'disk_expansion', statue: 'IN_PROGRESS', status: 'IN_PROGRESS' },
			],
		});
		expect(item.progress_percentage).toBeLessThan(100);
	});

	test.each([[null], [undefined], ['']])(
		'steps that are %j are left as they are',
		async (steps) => {
			answer('ShowBackgroundTaskProgress', 200, { progress_percentage: null, step_list: steps });
			const of = here({ taskId: byId('8abfa7b372160bfd0172165864064079') });
			const [item] = await cloud.items('backgroundTask/getProgress', of);
			expect(item).toMatchObject({ progress_percentage: null });
			expect(item.step_list).toEqual(steps);
		},
	);
});

describe('Lookup', () => {
	test('Get Quotas: what is there and what is left', async () => {
		const items = await cloud.items('lookup/getQuotas', { options: { includeTagsQuota: true } });
		expect(cloud.lines()).toEqual(['GET /v2/{project}/quotas?includeTagsQuota=true']);
		expect(items).toEqual(
			expect.arrayContaining([
				{ type: 'kafkaInstance', quota: 100, used: 1 },
				{ type: 'tags', quota: 20, used: null },
			]),
		);
	});

	test.each([[{}], [{ quotas: null }], [{ quotas: { resources: null } }]])(
		'Get Quotas: %j is no empty list',
		async (body) => {
			answer('ShowQuotas', 200, body);
			expect((await cloud.run('lookup/getQuotas')).told).toMatch(
				/does not contain the list|response was empty/,
			);
		},
	);

	test('Get Flavor Cores: by the number of brokers, with an instance also its storage', async () => {
		const flavor = { productId: 'c6.4u8g.cluster', brokerNum: 5 };
		expect(await cloud.items('lookupMaintenance/getFlavorCores', flavor)).toEqual([
			{ core_num: 20 },
		]);
		expect(cloud.lines()).toEqual([
			'GET /v2/kafka/products/cores?broker_num=5&product_id=c6.4u8g.cluster',
		]);
		const options = { instanceId: id };
		expect(await cloud.items('lookupMaintenance/getFlavorCores', { ...flavor, options })).toEqual([
			{ core_num: 20, total_extend_storage_space: 500 },
		]);
	});
});
