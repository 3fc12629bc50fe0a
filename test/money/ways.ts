import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../nodes/shared/failure';

/** What a look meets while an operation does its work. */
export type Stage = 'before' | 'working' | 'done' | 'failed' | 'unheardOf';

/** Answers by API operation; a failure is thrown. */
export type Answers = Record<string, IDataObject | Failure>;

/** One way in which the end of a work shows, with what the cloud answers at each stage of it. */
export interface Way {
	/** What the operation gave back. */
	json: IDataObject;
	/** What the error has to name, so that what was made is found. */
	named: string;
	/** How a status that no document lists is told; none where there is no status. */
	told?: string;
	/** A stage without answers does not occur. `before` is what there was before the request. */
	answers: Partial<Record<Stage, Answers>> & Record<'working' | 'done', Answers>;
}

/* Huawei Cloud */

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

/* Alibaba Cloud */

const ALIBABA = 'alikafka_post-cn-1';
const listedAs = (ServiceStatus: number, more: IDataObject = {}): Answers => ({
	GetInstanceList: {
		InstanceList: { InstanceVO: [{ InstanceId: ALIBABA, ServiceStatus, ...more }] },
	},
});
const NOT_LISTED: Answers = { GetInstanceList: { InstanceList: { InstanceVO: [] } } };
const alibabaInstance = (answers: Way['answers'], more: IDataObject = {}): Way => ({
	json: { InstanceId: ALIBABA, ...more },
	named: ALIBABA,
	told: '77',
	answers: { unheardOf: listedAs(77), ...answers },
});
const alibabaDeployed = alibabaInstance({
	before: listedAs(0),
	working: listedAs(1),
	done: listedAs(5),
	failed: listedAs(101),
});
const alibabaReopened = alibabaInstance({
	before: listedAs(5, { ViewInstanceStatusCode: 3 }),
	working: listedAs(5, { ViewInstanceStatusCode: 22 }),
	done: listedAs(5, { ViewInstanceStatusCode: 2 }),
	failed: listedAs(101),
});
const alibabaStopped = alibabaInstance({
	before: listedAs(5, { ViewInstanceStatusCode: 2 }),
	working: listedAs(5, { ViewInstanceStatusCode: 21 }),
	done: listedAs(5, { ViewInstanceStatusCode: 3 }),
	failed: listedAs(101),
});
const sizes = (DiskSize: number, TopicNumLimit: number) => ({ DiskSize, TopicNumLimit });
const upgraded = (old: IDataObject, wanted: IDataObject, asked: IDataObject) =>
	alibabaInstance(
		{
			before: listedAs(5, old),
			working: listedAs(8, old),
			done: listedAs(5, wanted),
			failed: listedAs(102, old),
		},
		asked,
	);
const alibabaUpgraded = upgraded(sizes(500, 50), sizes(900, 60), { DiskSize: 900, TopicQuota: 60 });
const alibabaMoreTopics = upgraded(sizes(500, 50), sizes(500, 60), {
	DiskSize: 500,
	TopicQuota: 60,
});
const settings = (hours: string) => ({
	AllConfig: JSON.stringify({ 'kafka.log.retention.hours': hours }),
});
const alibabaConfigured = upgraded(settings('72'), settings('24'), {
	configuration: { 'kafka.log.retention.hours': '24' },
});
const version = (Current2OpenSourceVersion: string) => ({
	UpgradeServiceDetailInfo: { Current2OpenSourceVersion },
});
const alibabaVersion = upgraded(version('0.10.2'), version('2.2.0'), { TargetVersion: '2.2.0' });
const alibabaSameVersion = upgraded(version('2.2.0'), version('2.2.0'), { TargetVersion: '2.2.0' });
const alibabaConverted = alibabaInstance({
	before: listedAs(5, { PaidType: 1 }),
	working: listedAs(9, { PaidType: 1 }),
	done: listedAs(5, { PaidType: 0 }),
	failed: listedAs(102, { PaidType: 1 }),
});
const alibabaReleased = alibabaInstance({
	before: listedAs(5),
	working: listedAs(5, { ViewInstanceStatusCode: 23 }),
	done: listedAs(15),
});
const alibabaDeleted = alibabaInstance({
	before: listedAs(15),
	working: listedAs(15),
	done: NOT_LISTED,
});
const alibabaDeletedCompletely = alibabaInstance({
	before: listedAs(5),
	working: { ...listedAs(15), DeleteInstance: { Success: true } },
	done: NOT_LISTED,
});

const TOPIC = 'orders';
const topicAs = (...rows: IDataObject[]): Answers => ({
	GetTopicList: {
		Total: rows.length,
		TopicList: { TopicVO: rows.map((row) => ({ Topic: TOPIC, ...row })) },
	},
});
const alibabaTopic = (answers: Way['answers'], more: IDataObject = {}): Way => ({
	json: { Topic: TOPIC, ...more },
	named: TOPIC,
	told: '77',
	answers: { unheardOf: topicAs({ Status: 77 }), ...answers },
});
const alibabaTopicMade = alibabaTopic({
	before: topicAs(),
	working: topicAs({}),
	done: topicAs({ Status: 0 }),
});
const alibabaTopicGone = alibabaTopic({
	before: topicAs({ Status: 0 }),
	working: topicAs({}),
	done: topicAs(),
});
const alibabaPartitions = alibabaTopic(
	{
		before: topicAs({ Status: 0, PartitionNum: 12 }),
		working: topicAs({ Status: 1, PartitionNum: 12 }),
		done: topicAs({ Status: 0, PartitionNum: 14 }),
	},
	{ AddPartitionNum: 2 },
);
const users = (...names: string[]): Answers => ({
	DescribeSaslUsers: {
		SaslUserList: { SaslUserVO: names.map((Username) => ({ Username, Type: 'plain' })) },
	},
});
const alibabaUser: Way = {
	json: { InstanceId: ALIBABA, Username: 'reader', Type: 'plain' },
	named: 'reader',
	answers: { working: users('other'), done: users('other', 'reader') },
};
const ENTRY = {
	Username: 'reader',
	AclResourceType: 'Topic',
	AclResourceName: TOPIC,
	AclResourcePatternType: 'LITERAL',
	AclOperationType: 'Read',
};
const acls = (...KafkaAclVO: IDataObject[]): Answers => ({
	DescribeAcls: { KafkaAclList: { KafkaAclVO } },
});
const alibabaAcl: Way = {
	json: { InstanceId: ALIBABA, ...ENTRY },
	named: 'reader',
	answers: { working: acls({ ...ENTRY, AclOperationType: 'Write' }), done: acls(ENTRY) },
};

/* Tencent Cloud */

const TENCENT = 'ckafka-1';
const isAt = (Status: number, more: IDataObject = {}): Answers => ({
	DescribeInstancesDetail: {
		TotalCount: 1,
		InstanceList: [{ InstanceId: TENCENT, Status, ...more }],
	},
});
const NO_INSTANCE: Answers = { DescribeInstancesDetail: { TotalCount: 0, InstanceList: [] } };
const tencentInstance = (answers: Way['answers'], more: IDataObject = {}): Way => ({
	json: { InstanceId: TENCENT, InstanceName: 'orders', ...more },
	named: TENCENT,
	told: '99',
	answers: { unheardOf: isAt(99), ...answers },
});
const tencentCreated = tencentInstance({
	before: NO_INSTANCE,
	working: isAt(0),
	done: isAt(1),
	failed: isAt(-1),
});
const changed = (old: IDataObject, wanted: IDataObject, asked: IDataObject) =>
	tencentInstance(
		{ before: isAt(1, old), working: isAt(7, old), done: isAt(1, wanted), failed: isAt(5, old) },
		asked,
	);
const tencentResized = changed({ DiskSize: 300 }, { DiskSize: 500 }, { DiskSize: 500 });
const tencentUpdated = changed({ PublicNetwork: 3 }, { PublicNetwork: 6 }, { PublicNetwork: 6 });
const tencentVersion = changed(
	{ Version: '1.1.1' },
	{ Version: '2.8.1' },
	{ TargetVersion: '2.8.1' },
);
const tencentDeleted = tencentInstance({ before: isAt(1), working: isAt(2), done: NO_INSTANCE });
const tencentCleanedUp: Way = {
	...tencentDeleted,
	answers: { ...tencentDeleted.answers, before: isAt(5), failed: isAt(4) },
};

const flowAt = (Status: number): Answers => ({ DescribeTaskStatus: { Status, Output: '' } });
const FLOW = { working: flowAt(2), done: flowAt(0), failed: flowAt(1), unheardOf: flowAt(99) };
const tencentFlow: Way = { json: { FlowId: 71 }, named: '71', told: '99', answers: FLOW };
/** A change of an instance that a task tells the end of. */
const tencentTask: Way = {
	...tencentFlow,
	json: { InstanceId: TENCENT, FlowId: 71 },
	named: TENCENT,
};

const routes = (...rows: IDataObject[]): Answers => ({
	DescribeRoute: { Routers: rows.map((row) => ({ RouteId: 5, ...row })) },
});
const route = (answers: Way['answers']): Way => ({
	json: { InstanceId: TENCENT, RouteId: 5, FlowId: 71 },
	named: TENCENT,
	told: '99',
	answers,
});
const tencentRouteMade = route({
	before: { ...flowAt(2), ...routes() },
	working: { ...flowAt(0), ...routes({ Status: 1 }) },
	done: { ...flowAt(0), ...routes({ Status: 2 }) },
	failed: { ...flowAt(1), ...routes() },
	unheardOf: { ...flowAt(0), ...routes({ Status: 99 }) },
});
const tencentRouteGone = route({
	before: { ...flowAt(2), ...routes({ Status: 2 }) },
	working: { ...flowAt(0), ...routes({ Status: 4 }) },
	done: { ...flowAt(0), ...routes() },
	failed: { ...flowAt(1), ...routes({ Status: 2 }) },
	unheardOf: { ...flowAt(2), ...routes({ Status: 99 }) },
});

const details = (...rows: IDataObject[]): Answers => ({
	DescribeTopicDetail: {
		TotalCount: rows.length,
		TopicList: rows.map((row) => ({ TopicName: TOPIC, TopicId: 'topic-1', ...row })),
	},
});
const tencentTopicMade: Way = {
	json: { InstanceId: TENCENT, TopicName: TOPIC },
	named: TOPIC,
	told: '99',
	answers: { working: details(), done: details({ Status: 0 }), unheardOf: details({ Status: 99 }) },
};
const tencentTopicGone: Way = {
	json: { InstanceId: TENCENT, TopicName: TOPIC, FlowId: 71 },
	named: TOPIC,
	told: '99',
	answers: {
		before: { ...flowAt(2), ...details({ Status: 0 }) },
		working: { ...flowAt(2), ...details({ Status: 2 }) },
		done: { ...flowAt(0), ...details() },
		failed: { ...flowAt(1), ...details({ Status: 0 }) },
		unheardOf: { ...flowAt(2), ...details({ Status: 99 }) },
	},
};

/** Every operation that can wait, with the ways in which its end shows. */
export const WAYS: Record<string, Record<string, Way[]>> = {
	huawei: {
		'instance/create': [huaweiCreated],
		'instance/delete': [huaweiDeleted],
		'instance/deleteMany': [huaweiDeleted],
		'instance/restart': [huaweiRestarted, huaweiMended],
		'instance/resize': [huaweiResized],
		'instance/setAutoTopic': [huaweiAutoTopic],
		'configuration/update': [huaweiJob],
		'topic/reassignPartitions': [huaweiJob],
		'topic/reassignReplicas': [huaweiReplicas],
		'topicQuota/create': [huaweiJob],
		'topicQuota/delete': [huaweiJob],
		'topicQuota/update': [huaweiJob],
		'consumerGroup/resetOffsets': [huaweiOffsets],
		'permission/set': [huaweiJob],
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
	},
	alibaba: {
		'instance/createAndDeploy': [alibabaDeployed],
		'instance/deploy': [alibabaDeployed],
		'instance/updateConfiguration': [alibabaConfigured],
		'instance/upgrade': [alibabaUpgraded, alibabaMoreTopics],
		'instance/upgradeSubscription': [alibabaUpgraded, alibabaMoreTopics],
		'instance/upgradeVersion': [alibabaVersion, alibabaSameVersion],
		'instance/convertToSubscription': [alibabaConverted],
		'instance/stop': [alibabaStopped],
		'instance/reopen': [alibabaReopened],
		'instance/release': [alibabaReleased],
		'instance/delete': [alibabaDeleted],
		'instance/deleteCompletely': [alibabaDeletedCompletely],
		'topic/addPartitions': [alibabaPartitions],
		'topic/create': [alibabaTopicMade],
		'topic/delete': [alibabaTopicGone],
		'topic/deleteMany': [alibabaTopicGone],
		'saslUser/create': [alibabaUser],
		'acl/create': [alibabaAcl],
	},
	tencent: {
		'instance/create': [tencentCreated],
		'instance/createSubscription': [tencentCreated],
		'instance/update': [tencentUpdated, tencentTask],
		'instance/resize': [tencentResized],
		'instance/upgradeVersion': [tencentVersion, tencentTask],
		'instance/delete': [tencentDeleted, tencentCleanedUp],
		'instance/deleteSubscription': [tencentDeleted, tencentCleanedUp],
		'route/create': [tencentRouteMade],
		'route/delete': [tencentRouteGone],
		'topic/addAllowedIps': [tencentFlow],
		'topic/addPartitions': [tencentFlow],
		'topic/create': [tencentTopicMade],
		'topic/delete': [tencentTopicGone],
		'topic/update': [tencentFlow],
		'consumerGroup/create': [tencentFlow],
		'consumerGroup/delete': [tencentFlow],
		'consumerGroup/resetOffsets': [tencentFlow],
		'user/changePassword': [tencentFlow],
		'user/create': [tencentFlow],
		'user/delete': [tencentFlow],
		'acl/create': [tencentFlow],
		'acl/delete': [tencentFlow],
	},
};
