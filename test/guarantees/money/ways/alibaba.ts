import type { IDataObject } from 'n8n-workflow';

import type { Answers, Way } from './way';

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
const alibabaSmaller = upgraded(sizes(900, 60), sizes(500, 50), {
	DiskSize: 500,
	TopicQuota: 50,
});
/** What the list shows of a switch, which changes while the instance runs. */
const shown = (before: IDataObject, after: IDataObject) =>
	alibabaInstance(
		{
			before: listedAs(5, before),
			working: listedAs(5, before),
			done: listedAs(5, after),
			failed: listedAs(102, before),
		},
		after,
	);
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
const alibabaDeleted: Way = {
	...alibabaInstance({
		before: listedAs(15),
		working: listedAs(15),
		done: NOT_LISTED,
	}),
	isConfirmed: true,
};
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
const alibabaUserGone: Way = {
	...alibabaUser,
	answers: { working: users('other', 'reader'), done: users('other') },
	isConfirmed: true,
};
const groups = (...names: string[]): Answers => ({
	GetConsumerList: { ConsumerList: { ConsumerVO: names.map((ConsumerId) => ({ ConsumerId })) } },
});
const alibabaGroupGone: Way = {
	json: { InstanceId: ALIBABA, ConsumerId: 'readers' },
	named: 'readers',
	answers: { working: groups('other', 'readers'), done: groups('other') },
	isConfirmed: true,
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

const alibabaAclGone: Way = {
	...alibabaAcl,
	// A refusal is another entry.
	answers: { working: acls(ENTRY), done: acls({ ...ENTRY, AclPermissionType: 'DENY' }) },
	isConfirmed: true,
};

/** Operations of Alibaba Cloud that can wait, with the ways in which their end shows. */
export const alibaba: Record<string, Way[]> = {
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
	'instanceMaintenance/downgrade': [alibabaSmaller],
	'instanceMaintenance/moveToResourceGroup': [
		shown({ ResourceGroupId: 'rg-1' }, { ResourceGroupId: 'rg-2' }),
	],
	'instanceMaintenance/setAutoGroupCreation': [
		shown({ AutoCreateGroupEnable: false }, { AutoCreateGroupEnable: true }),
	],
	'instanceMaintenance/setAutoTopicCreation': [
		shown({ AutoCreateTopicEnable: false }, { AutoCreateTopicEnable: true }),
		shown({ DefaultPartitionNum: 12 }, { DefaultPartitionNum: 24 }),
	],
	'topic/addPartitions': [alibabaPartitions],
	'topic/create': [alibabaTopicMade],
	'topic/delete': [alibabaTopicGone],
	'topic/deleteMany': [alibabaTopicGone],
	'consumerGroup/delete': [alibabaGroupGone],
	'saslUser/create': [alibabaUser],
	'saslUser/delete': [alibabaUserGone],
	'acl/create': [alibabaAcl],
	'acl/delete': [alibabaAclGone],
};
