/** Logs and diagnoses of an instance, through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import { fault, type HuaweiInstance } from '../../../emulator';
import { byId, byName, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let instance: HuaweiInstance;
const here = (more: INodeParameters = {}) => ({ instanceId: byId(instance.id), ...more });
const path = (rest: string) => `/v2/{project}/kafka/instances/${instance.id}${rest}`;
const answer = (operation: string, body: unknown, times: number | 'always' = 1) =>
	void cloud.em.faults.add({
		operation,
		times,
		effect: { kind: 'answer', status: 200, body } as never,
	});

beforeAll(async () => {
	cloud = await openCloud({}, { tick: 5_000 });
});
beforeEach(() => {
	cloud.forget();
	instance = cloud.em.huawei.state.seed({
		name: 'orders',
		topics: [{ name: 'paid' }],
		groups: [{ name: 'billing' }],
	});
});
afterEach(() => {
	cloud.em.faults.clear();
	instance.gone = true;
});

describe('Log', () => {
	const topics = (more: INodeParameters = {}) => here({ logType: 'topic_log', ...more });

	test('Enable lets the service choose where, and waits for its task', async () => {
		const [on] = await cloud.items('log/enable', topics(WAITING));
		expect(cloud.lines()).toContain(`POST ${path('/logs/topic_log')}`);
		expect(cloud.body('StartKafkaLogTask')).toEqual({ log_task_list: [{}] });
		expect(on).toMatchObject({ enabled: true, changed: true, log_type: 'topic_log' });
		expect(on).toMatchObject({ completed: true, status: 'SUCCESS', instance_id: instance.id });
		expect(await cloud.items('log/get', topics())).toMatchObject([{ status: 'OPEN' }]);
	});

	test('Enable writes the file of its log into a group and a stream', async () => {
		const entry = [{ logGroupName: 'kafka', logStreamName: 'rebalances' }];
		const given = { logType: 'REBALANCE', options: { logTaskList: { entry } } };
		await cloud.items('log/enable', here(given));
		expect(cloud.body('StartKafkaLogTask')).toEqual({
			log_task_list: [
				{
					log_file_name: 'coordinator.log',
					log_group_name: 'kafka',
					log_stream_name: 'rebalances',
				},
			],
		});
	});

	test('what is so already needs no request', async () => {
		const off = { disabled: true, changed: false, log_type: 'topic_log' };
		expect(await cloud.items('log/disable', topics(WAITING))).toMatchObject([off]);
		expect(cloud.sent('StopKafkaLogTask')).toEqual([]);
		await cloud.items('log/enable', topics(WAITING));
		cloud.forget();
		const on = { enabled: true, changed: false };
		expect(await cloud.items('log/enable', topics(WAITING))).toMatchObject([on]);
		expect(cloud.sent('StartKafkaLogTask')).toEqual([]);
	});

	test('one that somebody else turned off meanwhile is off (DMS.00501007)', async () => {
		answer('ShowKafkaLogTask', { log_response_list: [{ status: 'OPEN', log_type: 'topic_log' }] });
		const [off] = await cloud.items('log/disable', topics(WAITING));
		expect(cloud.sent('StopKafkaLogTask')).toHaveLength(1);
		expect(off).toMatchObject({ disabled: true, completed: true });
	});

	test('Enable does not take the same words for a success', async () => {
		const refused = { error_code: 'DMS.00501007', error_msg: 'The log has been closed.' };
		const effect = { kind: 'answer', status: 400, body: refused } as never;
		cloud.em.faults.add({ operation: 'StartKafkaLogTask', times: 1, effect });
		const { told } = await cloud.run('log/enable', topics(WAITING));
		expect(told).toMatch(/log is already turned off/);
		expect(cloud.sent('StartKafkaLogTask')).toHaveLength(1);
	});

	test('two of an instance are switched one after the other, although the first is not waited for', async () => {
		instance.durations = { ...instance.durations, task: 20_000 };
		await cloud.items('log/enable', here({ logType: 'REBALANCE' }));
		const [second] = await cloud.items('log/enable', topics());
		expect(second).toMatchObject({ enabled: true });
		// Turned away while the first was under way.
		expect(cloud.sent('StartKafkaLogTask').length).toBeGreaterThan(2);
	});

	test('Get of one that was never on says CLOSE', async () => {
		const off = { status: 'CLOSE', log_type: 'topic_log', instance_id: instance.id };
		expect(await cloud.items('log/get', topics())).toEqual([off]);
	});
});

describe('Diagnosis', () => {
	const of = (more: INodeParameters = {}) =>
		here({ group: byName('billing'), topic: byName('paid'), ...more });

	test('Check gives an item for each check', async () => {
		const checks = await cloud.items('diagnosis/check', of());
		expect(cloud.lines()).toEqual([`GET ${path('/diagnosis-check?group=billing&topic=paid')}`]);
		expect(checks.map(({ name }) => name)).toEqual([
			'RAM',
			'CPU',
			'SUBSCRIPTION',
			'LAG',
			'PRODUCE',
		]);
		expect(checks[0]).toMatchObject({ success: true, instance_id: instance.id });
	});

	test('Check without a check is a failure, not a clean bill of health', async () => {
		answer('ShowDiagnosisPreCheck', [], 'always');
		const { told } = await cloud.run('diagnosis/check', of());
		expect(told).toContain('did not succeed');
	});

	test('Create waits for the end, which the list shows; Get, Get Many', async () => {
		const [made] = await cloud.items('diagnosis/create', of(WAITING));
		expect(cloud.body('CreateMessageDiagnosisTask')).toEqual({
			group_name: 'billing',
			topic_name: 'paid',
		});
		expect(made).toMatchObject({ status: 'finished', completed: true, group_name: 'billing' });
		const reportId = byId(String(made.report_id));
		cloud.forget();
		const [report] = await cloud.items('diagnosis/get', here({ reportId }));
		expect(cloud.lines()).toEqual([`GET ${path(`/message-diagnosis/${String(made.report_id)}`)}`]);
		expect(report).toMatchObject({ normal_item_num: 1 });
		const all = await cloud.items('diagnosis/getAll', here({ returnAll: true }));
		expect(all).toMatchObject([{ report_id: made.report_id, status: 'finished' }]);
	});

	test('Create whose response is lost is found again by group, topic and time', async () => {
		const old = { id: 'old', status: 'finished', group: 'billing', topic: 'paid', beganAt: 1 };
		instance.reports.push(old);
		cloud.em.faults.add({
			operation: 'CreateMessageDiagnosisTask',
			effect: fault.answerLost(),
		});
		const [made] = await cloud.items('diagnosis/create', of());
		expect(cloud.sent('CreateMessageDiagnosisTask')).toHaveLength(1);
		expect(made).toMatchObject({ recovered: true, report_id: instance.reports[0].id });
		expect(made.report_id).not.toBe('old');
	});

	test('Create If Absent takes one of the last day, but none that failed', async () => {
		const [first] = await cloud.items('diagnosis/create', of(WAITING));
		const again = { createIfAbsent: true };
		const [second] = await cloud.items('diagnosis/create', of(again));
		expect(second).toMatchObject({ created: false, report_id: first.report_id });
		instance.reports[0].beganAt -= 2 * 86_400_000;
		const [third] = await cloud.items('diagnosis/create', of(again));
		expect(third).toMatchObject({ created: true });
		expect(third.report_id).not.toBe(first.report_id);
	});

	test('a diagnosis that failed ends the wait', async () => {
		instance.failingTasks = ['diagnosis'];
		const { told } = await cloud.run('diagnosis/create', of(WAITING));
		expect(told).toMatch(/diagnosis with report .* failed/i);
	});

	test.each([
		['result', 'true'],
		['success', true],
	])('Delete reads %s: %j, and reports what was not deleted', async (name, yes) => {
		const reportIdList = ['one', 'two', 'three'];
		answer('BatchDeleteMessageDiagnosisReports', {
			results: [
				{ id: 'one', [name]: yes },
				{ id: 'two', [name]: typeof yes === 'string' ? 'false' : false },
			],
		});
		const { told } = await cloud.run('diagnosis/delete', here({ reportIdList }));
		expect(cloud.body()).toEqual({ report_id_list: reportIdList });
		expect(told).toContain('report two was not deleted');
		expect(told).toContain('report three was not deleted');
		expect(told).toContain('"report_id":"one"');
	});
});
