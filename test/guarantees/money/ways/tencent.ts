import type { IDataObject } from 'n8n-workflow';

import type { Answers, Way } from './way';

const TENCENT = 'ckafka-1';
const TOPIC = 'orders';
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
const tencentDeleted: Way = {
	...tencentInstance({ before: isAt(1), working: isAt(2), done: NO_INSTANCE }),
	isConfirmed: true,
};
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
const tencentRouteGone: Way = {
	...route({
		before: { ...flowAt(2), ...routes({ Status: 2 }) },
		working: { ...flowAt(0), ...routes({ Status: 4 }) },
		done: { ...flowAt(0), ...routes() },
		failed: { ...flowAt(1), ...routes({ Status: 2 }) },
		unheardOf: { ...flowAt(2), ...routes({ Status: 99 }) },
	}),
	isConfirmed: true,
};

const imports = (...rows: IDataObject[]): Answers => ({
	DescribeKafkaRecharges: {
		TotalCount: rows.length,
		Infos: rows.map((row) => ({ Id: 'import-1', TopicId: 'log-topic', Name: 'orders', ...row })),
	},
});
const importThat = (from: IDataObject[], to: number): Way => ({
	json: { Id: 'import-1', TopicId: 'log-topic', Name: 'orders' },
	named: 'import-1',
	told: '99',
	answers: {
		before: imports(...from),
		working: imports(...from),
		done: imports({ Status: to }),
		failed: imports({ Status: 3 }),
		unheardOf: imports({ Status: 99 }),
	},
});

const taskIs = (Status: number): Answers => ({
	DescribeDatahubTask: { TaskId: 'task-1', TaskName: 'mysql', Status },
});
const taskThat = (before: number, during: number, done: number, failed: number): Way => ({
	json: { TaskId: 'task-1' },
	named: 'task-1',
	told: '99',
	answers: {
		before: taskIs(before),
		working: taskIs(during),
		done: taskIs(done),
		failed: taskIs(failed),
		unheardOf: taskIs(99),
	},
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
	isConfirmed: true,
};
const sized = (PartitionNum: number, Status = 0) => details({ Status, PartitionNum });
const tencentTopicSized: Way = {
	json: { InstanceId: TENCENT, TopicName: TOPIC, PartitionNum: 6 },
	named: TOPIC,
	told: '99',
	answers: { before: sized(3), working: sized(3), done: sized(6), unheardOf: sized(3, 99) },
};
/** The same, where a task tells the end. */
const tencentTopicTask: Way = {
	...tencentFlow,
	json: { InstanceId: TENCENT, TopicName: TOPIC, FlowId: 71 },
	named: TOPIC,
};

/** What has no status of its own: it is in its list, or it is not. */
function listed(api: string, list: string, row: IDataObject, named: string) {
	const rows = (...all: IDataObject[]): Answers => ({
		[api]: { TotalCount: all.length, [list]: all },
	});
	const [there, gone] = [rows(row), rows()];
	const json = { InstanceId: TENCENT, ...row };
	const made: Way = { json, named, answers: { working: gone, done: there } };
	const madeByTask: Way = {
		json: { ...json, FlowId: 71 },
		named,
		told: '99',
		answers: {
			before: { ...flowAt(2), ...gone },
			working: { ...flowAt(0), ...gone },
			done: { ...flowAt(0), ...there },
			failed: { ...flowAt(1), ...gone },
			unheardOf: { ...flowAt(99), ...gone },
		},
	};
	const removed: Way = {
		json,
		named,
		answers: { working: there, done: gone },
		isConfirmed: true,
	};
	const removedByTask: Way = {
		json: { ...json, FlowId: 71 },
		named,
		answers: {
			before: { ...flowAt(2), ...there },
			working: { ...flowAt(0), ...there },
			done: { ...flowAt(0), ...gone },
			failed: { ...flowAt(1), ...there },
		},
		isConfirmed: true,
	};
	return { made: [made, madeByTask], removed: [removed, removedByTask] };
}
const tencentGroup = listed('DescribeGroup', 'GroupList', { Group: 'readers' }, 'readers');
const tencentUser = listed('DescribeUser', 'Users', { Name: 'reader' }, 'reader');
const ACL = {
	ResourceType: 2,
	ResourceName: TOPIC,
	Operation: 3,
	PermissionType: 3,
	Host: '*',
	Principal: 'User:reader',
};
const tencentAcl = listed('DescribeACL', 'AclList', ACL, 'reader');
const tencentRule = listed('DescribeAclRule', 'AclRuleList', { RuleName: 'own' }, 'own');

const tencentOffsets = listed(
	'DescribeGroupOffsets',
	'TopicList',
	{ Group: 'readers', Topic: TOPIC },
	TOPIC,
);
const RULE = { ThrottleType: 3, Target: TOPIC, TopicName: TOPIC };
const tencentThrottle = listed('DescribeThrottleRules', 'ThrottleRuleList', RULE, TOPIC);
const tencentThrottleById = listed(
	'DescribeThrottleRules',
	'ThrottleRuleList',
	{ ThrottleRuleId: 7 },
	'7',
);

const NETWORK = { VpcId: 'vpc-1', SubnetId: 'subnet-1' };
const tencentPrometheus: Way = {
	json: { InstanceId: TENCENT, ...NETWORK },
	named: TENCENT,
	answers: {
		working: { DescribePrometheus: { Result: [] } },
		done: { DescribePrometheus: { Result: [{ Type: 'JmxExport', ...NETWORK }] } },
	},
};

/** Isolated is what is wanted, and running what it was before. */
const tencentIsolated = tencentInstance({
	before: isAt(1),
	working: isAt(7),
	done: isAt(5),
	failed: isAt(4),
});

/** Operations of Tencent Cloud that can wait, with the ways in which their end shows. */
export const tencent: Record<string, Way[]> = {
	'instance/create': [tencentCreated],
	'instance/createSubscription': [tencentCreated],
	'instance/update': [tencentUpdated, tencentTask],
	'connectorTask/pause': [taskThat(1, 5, 6, 7)],
	'connectorTask/resume': [taskThat(6, 8, 1, 9)],
	'connectorTask/restart': [taskThat(-1, 8, 1, 9)],
	'connectorTask/delete': [taskThat(1, 2, 3, 4)],
	'logImport/create': [importThat([], 1)],
	'logImport/pause': [importThat([{ Status: 1 }], 2)],
	'logImport/start': [importThat([{ Status: 2 }], 1)],
	'instance/resize': [tencentResized],
	'instance/upgradeVersion': [tencentVersion, tencentTask],
	'instance/delete': [tencentDeleted, tencentCleanedUp],
	'instance/deleteSubscription': [tencentDeleted, tencentCleanedUp],
	'instanceMaintenance/connectPrometheus': [tencentPrometheus],
	'instanceMaintenance/isolateSubscription': [tencentIsolated],
	'instanceMaintenance/setAutomaticMaintenance': [tencentFlow],
	'route/create': [tencentRouteMade],
	'route/delete': [tencentRouteGone],
	'topic/addAllowedIps': [tencentFlow],
	'topic/addPartitions': [tencentTopicSized, tencentTopicTask],
	'topic/create': [tencentTopicMade],
	'topic/delete': [tencentTopicGone],
	'topic/update': [tencentTopicSized, tencentTopicTask],
	'topic/updateMany': [tencentTopicSized],
	'consumerGroup/create': tencentGroup.made,
	'consumerGroup/delete': tencentGroup.removed,
	'consumerGroup/deleteOffsets': tencentOffsets.removed,
	'consumerGroup/resetOffsets': [tencentFlow],
	'throttlingRule/create': tencentThrottle.made,
	'throttlingRule/delete': tencentThrottleById.removed,
	'throttlingRule/update': [tencentFlow],
	'user/changePassword': [tencentFlow],
	'user/create': tencentUser.made,
	'user/delete': tencentUser.removed,
	'acl/create': tencentAcl.made,
	'acl/delete': tencentAcl.removed,
	'aclRule/delete': tencentRule.removed,
};
