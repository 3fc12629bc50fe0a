import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../nodes/shared/contract/failure';
import type { Answers, Way } from './way';

const HUAWEI = 'huawei-id-1';
const NOT_THERE = new Failure('refused', 'no such instance', {
	code: 'DMS.00404022',
	httpStatus: 404,
});
const NO_TASK = new Failure('refused', 'no such task', { code: 'DMS.00404033', httpStatus: 404 });

const shown = (status: string, more: IDataObject = {}): Answers => ({
	ShowInstance: { instance_id: HUAWEI, status, connect_address: '192.168.0.2', ...more },
});
const huaweiInstance = (answers: Way['answers'], more: IDataObject = {}): Way => ({
	json: { instance_id: HUAWEI, name: 'orders', ...more },
	named: HUAWEI,
	told: 'HIBERNATING',
	answers: { unheardOf: shown('HIBERNATING'), ...answers },
});
const huaweiCreated = huaweiInstance({
	before: { ShowInstance: NOT_THERE },
	working: shown('CREATING'),
	done: shown('RUNNING'),
	failed: shown('CREATEFAILED'),
});
const huaweiRestarted = huaweiInstance({
	before: shown('RUNNING'),
	working: shown('RESTARTING'),
	done: shown('RUNNING'),
	failed: shown('ERROR'),
});
const huaweiMended: Way = {
	...huaweiRestarted,
	answers: { ...huaweiRestarted.answers, before: shown('ERROR') },
};
const huaweiDeleted = huaweiInstance({
	before: shown('RUNNING'),
	working: shown('ERROR'),
	done: { ShowInstance: NOT_THERE },
});
const huaweiResized = huaweiInstance(
	{
		before: shown('RUNNING', { broker_num: 3 }),
		working: shown('EXTENDING', { broker_num: 3 }),
		done: shown('RUNNING', { broker_num: 4 }),
		failed: shown('EXTENDEDFAILED', { broker_num: 3 }),
	},
	{ new_broker_num: 4 },
);

const jobIs = (status: string): Answers => ({
	ShowBackgroundTask: { tasks: [{ id: 'job-1', status }] },
});
const huaweiJob: Way = {
	json: { job_id: 'job-1' },
	named: 'job-1',
	told: 'HIBERNATING',
	answers: {
		before: { ShowBackgroundTask: NO_TASK },
		working: jobIs('EXECUTING'),
		done: jobIs('SUCCESS'),
		failed: jobIs('FAILED'),
		unheardOf: jobIs('HIBERNATING'),
	},
};

/** The new task beside an older one of the same name, which had ended well. */
function taskNamed(name: string, more: Answers = {}): Way['answers'] {
	const old = { id: 'old', name, status: 'SUCCESS', created_at: '2026-01-01T00:00:00.000Z' };
	const answers = (...status: string[]): Answers => {
		const own = status.map((one) => ({
			id: 'new',
			name,
			status: one,
			created_at: '2026-01-02T00:00:00.000Z',
		}));
		return {
			ListBackgroundTasks: { task_count: `${1 + own.length}`, tasks: [...own, old] },
			...more,
		};
	};
	return {
		before: answers(),
		working: answers('EXECUTING'),
		done: answers('SUCCESS'),
		failed: answers('FAILED'),
		unheardOf: answers('HIBERNATING'),
	};
}
const huaweiAutoTopic: Way = {
	json: { instance_id: HUAWEI, enable_auto_topic: true },
	named: HUAWEI,
	told: 'HIBERNATING',
	answers: taskNamed('modifyAutoTopic', shown('RUNNING', { enable_auto_topic: false })),
};
const huaweiOffsets: Way = {
	json: { instance_id: HUAWEI, group_id: 'readers' },
	named: HUAWEI,
	told: 'HIBERNATING',
	answers: taskNamed('kafkaResetConsumerOffset'),
};

const huaweiRestored: Way = {
	...huaweiJob,
	json: { instance_id: HUAWEI, job_id: 'job-1' },
	named: HUAWEI,
	answers: {
		before: { ShowBackgroundTask: NO_TASK },
		working: jobIs('EXECUTING'),
		done: { ...jobIs('SUCCESS'), ...shown('RUNNING') },
		failed: jobIs('FAILED'),
		unheardOf: { ...jobIs('SUCCESS'), ...shown('HIBERNATING') },
	},
};

const connector = (status: string, on: boolean) => shown(status, { connector_enable: on });
const huaweiConnectorOn = huaweiInstance({
	before: connector('RUNNING', false),
	working: connector('EXTENDING', false),
	done: connector('RUNNING', true),
	failed: connector('ERROR', false),
});
const huaweiConnectorOff = huaweiInstance({
	before: connector('RUNNING', true),
	working: connector('CONNECTOR_DELETING', true),
	done: connector('RUNNING', false),
	failed: connector('ERROR', true),
});

const copyTask = (status: string): Answers => ({
	ShowConnectorTask: { id: 'task-1', task_name: 'copy', status },
});
const huaweiCopy = (before: string, working: string, done: string): Way => ({
	json: { id: 'task-1', task_name: 'copy' },
	named: 'task-1',
	told: 'HIBERNATING',
	answers: {
		before: copyTask(before),
		working: copyTask(working),
		done: copyTask(done),
		unheardOf: copyTask('HIBERNATING'),
	},
});
const copies = (...ids: string[]): Answers => ({
	ListConnectorTasks: { tasks: ids.map((id) => ({ id })), total_number: ids.length },
});
const huaweiCopyGone: Way = {
	json: { id: 'task-1' },
	named: 'task-1',
	answers: { working: copies('other', 'task-1'), done: copies('other') },
	isConfirmed: true,
};

const reportIs = (status: string): Answers => ({
	ListMessageDiagnosisReports: { report_list: [{ report_id: 'report-1', status }], total_num: 1 },
});
const huaweiDiagnosis: Way = {
	json: { report_id: 'report-1' },
	named: 'report-1',
	told: 'HIBERNATING',
	answers: {
		before: { ListMessageDiagnosisReports: { report_list: [], total_num: 0 } },
		working: reportIs('diagnosing'),
		done: reportIs('abnormal'),
		failed: reportIs('failed'),
		unheardOf: reportIs('HIBERNATING'),
	},
};

const scheduledIs = (row: IDataObject): Answers => ({
	ListScheduledTasks: { jobs: [{ id: 'schedule-1', ...row }], job_count: 1 },
});
const huaweiCancelled: Way = {
	json: { id: 'schedule-1', cancelled: true },
	named: 'schedule-1',
	told: 'HIBERNATING',
	answers: {
		working: scheduledIs({ status: 'CREATED' }),
		done: scheduledIs({ status: 'CANCELLED' }),
		// It was faster than its cancellation.
		failed: scheduledIs({ status: 'SUCCESS' }),
		unheardOf: scheduledIs({ status: 'HIBERNATING' }),
	},
};
const huaweiRescheduled: Way = {
	json: { id: 'schedule-1', updated: true, execute_at: '20261201120000' },
	named: 'schedule-1',
	answers: {
		working: { ListScheduledTasks: { jobs: [], job_count: 0 } },
		done: scheduledIs({ status: 'CREATED', schedule_at: '2026-12-01T12:00:00Z' }),
	},
};

const replicasOn = (brokers: number[], inSync = true): Answers => ({
	ShowInstanceTopicDetail: {
		partitions: [
			{ partition: 0, replicas: brokers.map((broker) => ({ broker, in_sync: inSync })) },
		],
	},
});
const huaweiReplicas: Way = {
	json: { topic: 'orders', partitions: [{ partition: 0, replicas: [1, 2] }] },
	named: 'orders',
	answers: {
		before: replicasOn([0, 1]),
		working: replicasOn([1, 2], false),
		done: replicasOn([1, 2]),
	},
};

const groups = (...rows: IDataObject[]): Answers => ({
	ListInstanceConsumerGroups: { groups: rows, total: rows.length },
});
const huaweiGroupGone: Way = {
	json: { group_id: 'readers' },
	named: 'readers',
	answers: {
		working: groups({ group_id: 'readers', state: 'EMPTY' }),
		done: groups(),
	},
	isConfirmed: true,
};
/** A group that is gone may go on being listed, with this state. */
const huaweiGroupDead: Way = {
	...huaweiGroupGone,
	answers: { ...huaweiGroupGone.answers, done: groups({ group_id: 'readers', state: 'DEAD' }) },
};
const users = (...names: string[]): Answers => ({
	ShowInstanceUsers: { users: names.map((user_name) => ({ user_name })) },
});
const huaweiUserGone: Way = {
	json: { user_name: 'reader' },
	named: 'reader',
	answers: { working: users('other', 'reader'), done: users('other') },
	isConfirmed: true,
};

const topics = (...names: string[]): Answers => ({
	ListInstanceTopics: { topics: names.map((name) => ({ name })), total: names.length },
});
const huaweiTopicGone: Way = {
	json: { name: 'orders' },
	named: 'orders',
	answers: { working: topics('orders', 'other'), done: topics('other') },
	isConfirmed: true,
};

/** Older clouds name no task: what is granted tells, once nothing is in progress. */
const grants = (access_policy?: string): Answers => ({
	...shown('RUNNING'),
	ShowTopicAccessPolicy: {
		policies: access_policy ? [{ user_name: 'reader', access_policy, owner: false }] : null,
	},
});
const busy = (status: string) =>
	shown('RUNNING', { task: { name: 'updateTopicPolicies', status } });
const huaweiPermissionsRead: Way = {
	json: {
		instance_id: HUAWEI,
		topics: [{ name: 'orders', policies: [{ user_name: 'reader', access_policy: 'all' }] }],
	},
	named: 'orders',
	answers: { working: busy('EXECUTING'), done: grants('all') },
	isConfirmed: true,
};
const publicAccess = (public_access_enabled: string) => shown('RUNNING', { public_access_enabled });
const huaweiPublicAccess: Way = {
	json: { instance_id: HUAWEI, public_access: 'on' },
	named: HUAWEI,
	answers: {
		before: publicAccess('closed'),
		working: publicAccess('false'),
		done: publicAccess('actived'),
	},
};
const huaweiDomainName: Way = {
	json: { instance_id: HUAWEI },
	named: HUAWEI,
	answers: {
		working: shown('RUNNING', { dns_enable: false }),
		done: shown('RUNNING', { dns_enable: true }),
	},
};

/** Operations of Huawei Cloud that can wait, with the ways in which their end shows. */
export const huawei: Record<string, Way[]> = {
	'instance/create': [huaweiCreated],
	'instance/delete': [huaweiDeleted],
	'instance/deleteMany': [huaweiDeleted],
	'instance/restart': [huaweiRestarted, huaweiMended],
	'instance/resize': [huaweiResized],
	'instance/setAutoTopic': [huaweiAutoTopic],
	'instance/setAccessMode': [huaweiJob],
	'instance/setPublicAccess': [huaweiPublicAccess],
	'instanceMaintenance/enableDomainName': [huaweiDomainName],
	'instanceMaintenance/upgrade': [huaweiJob],
	'recycleBin/restore': [huaweiRestored],
	'log/enable': [huaweiJob],
	'log/disable': [huaweiJob],
	'diagnosis/create': [huaweiDiagnosis],
	'scheduledTask/update': [huaweiCancelled, huaweiRescheduled],
	'smartConnect/enable': [huaweiConnectorOn],
	'smartConnect/disable': [huaweiConnectorOff],
	'smartConnectTask/create': [huaweiCopy('CREATING', 'CREATING', 'RUNNING')],
	'smartConnectTask/pause': [huaweiCopy('RUNNING', 'RUNNING', 'PAUSED')],
	'smartConnectTask/resume': [huaweiCopy('PAUSED', 'PAUSED', 'RUNNING')],
	'smartConnectTask/restart': [huaweiCopy('RUNNING', 'RESTARTING', 'RUNNING')],
	'smartConnectTask/delete': [huaweiCopyGone],
	'configuration/update': [huaweiJob],
	'topic/delete': [huaweiTopicGone],
	'topic/reassignPartitions': [huaweiJob],
	'topic/reassignReplicas': [huaweiReplicas],
	'topicQuota/create': [huaweiJob],
	'topicQuota/delete': [huaweiJob],
	'topicQuota/update': [huaweiJob],
	'consumerGroup/delete': [huaweiGroupGone, huaweiGroupDead],
	'consumerGroup/deleteMany': [huaweiGroupGone, huaweiGroupDead],
	'consumerGroup/resetOffsets': [huaweiOffsets],
	'permission/set': [huaweiJob, huaweiPermissionsRead],
	'user/delete': [huaweiUserGone],
	'userQuota/create': [huaweiJob],
	'userQuota/delete': [huaweiJob],
	'userQuota/update': [huaweiJob],
	'rebalanceLog/create': [huaweiJob],
	'rebalanceLog/stop': [huaweiJob],
	'legacyApi/createInstanceByEngine': [huaweiCreated],
	'legacyApi/v1CreateInstance': [huaweiCreated],
	'legacyApi/v1DeleteInstance': [huaweiDeleted],
	'legacyApi/v1DeleteInstances': [huaweiDeleted],
	'legacyApi/reassignPartitionsOldPath': [huaweiJob],
	'legacyApi/resizeInstanceByEngine': [huaweiResized],
	'legacyApi/v1RestartInstances': [huaweiRestarted, huaweiMended],
};
