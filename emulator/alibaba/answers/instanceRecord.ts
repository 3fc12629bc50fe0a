import type { Instance } from '../model/instance';
import type { Rules } from '../model/options';
import { partitionQuota, usedPartitions } from '../model/quotas';
import { isConfluent, isServerless, seriesOf } from '../model/series';
import { wrapped } from './lists';

const BROKERS = [1, 2, 3];
const PORT = { plain: 9092, ssl: 9093, sasl: 9094, saslSsl: 9095 };

/** Components of Confluent; a recorded instance of another series shows all of them as 0. */
const COMPONENTS = [
	'KafkaCU',
	'KafkaStorage',
	'KafkaReplica',
	'ZooKeeperCU',
	'ZooKeeperStorage',
	'ZooKeeperReplica',
	'ControlCenterCU',
	'ControlCenterStorage',
	'ControlCenterReplica',
	'SchemaRegistryCU',
	'SchemaRegistryReplica',
	'ConnectCU',
	'ConnectReplica',
	'KsqlCU',
	'KsqlStorage',
	'KsqlReplica',
	'KafkaRestProxyCU',
	'KafkaRestProxyReplica',
];

/** The instance as GetInstanceList prints it. */
export function instanceRecord(instance: Instance, rules: Rules): Record<string, unknown> {
	const serverless = isServerless(instance);
	return {
		InstanceId: instance.id,
		RegionId: instance.region,
		Name: instance.name,
		ServiceStatus: instance.serviceStatus,
		...(rules.viewStatus ? { ViewInstanceStatusCode: instance.viewStatus } : {}),
		PaidType: instance.paidType,
		Series: seriesOf(instance),
		DeployType: instance.deployType,
		SpecType: instance.specType,
		IoMax: instance.ioMax,
		IoMaxSpec: instance.ioMaxSpec,
		DiskType: instance.diskType,
		DiskSize: instance.diskSize,
		EipMax: instance.eipMax,
		// Of an instance that is sold by partitions, their number.
		TopicNumLimit: instance.partitionNum > 0 ? partitionQuota(instance) : instance.topicQuota,
		ResourceGroupId: instance.resourceGroupId,
		AutoCreateTopicEnable: instance.autoTopics,
		AutoCreateGroupEnable: instance.autoGroups,
		DefaultPartitionNum: instance.defaultPartitions,
		ReservedPublishCapacity: instance.reservedPublish ?? 0,
		ReservedSubscribeCapacity: instance.reservedSubscribe ?? 0,
		ConfluentConfig: Object.fromEntries(COMPONENTS.map((name) => [name, 0])),
		CreateTime: instance.createdAt,
		ExpiredTime: instance.expiresAt,
		MsgRetain: Number(
			instance.config[serverless ? 'log.retention.hours' : 'kafka.log.retention.hours'],
		),
		AllConfig: JSON.stringify(instance.config),
		...network(instance),
		UpgradeServiceDetailInfo: { Current2OpenSourceVersion: instance.version },
		UsedTopicCount: instance.topics.length,
		UsedGroupCount: instance.groups.length,
		UsedPartitionCount: usedPartitions(instance),
		...endpoints(instance),
		Tags: wrapped(rules, 'TagVO', instance.tags),
		...instance.listedAs,
	};
}

/** Where the instance is; of a Confluent one, the vSwitches are a text that holds a list. */
function network(instance: Instance): Record<string, unknown> {
	const { vpcId, vSwitchId, zoneId, region, securityGroup } = instance;
	return {
		VpcId: vpcId,
		VSwitchId: isConfluent(instance) && vSwitchId ? `['${vSwitchId}']` : vSwitchId,
		VSwitchIds: { VSwitchIds: vSwitchId ? [vSwitchId] : [] },
		ZoneId: zoneId,
		StandardZoneId: zoneId && `${region}-${zoneId.slice(-1)}`,
		SecurityGroup: securityGroup,
	};
}

/** Addresses; empty until the instance was in service. */
function endpoints(instance: Instance): Record<string, string> {
	const known = ![0, 1, 2, 3, 101].includes(instance.serviceStatus);
	const list = (on: boolean, address: (broker: number) => string) =>
		known && on ? BROKERS.map(address).join(',') : '';
	const host = (broker: number) => `${instance.id.replace('_', '-')}-${broker}`;
	const inVpc = (port: number) => (i: number) => `${host(i)}-vpc.alikafka.aliyuncs.com:${port}`;
	const byIp = (port: number) => (i: number) => `192.168.0.${i}:${port}`;
	const internet = instance.deployType === 4;
	const secured = instance.config['enable.acl'] === 'true';
	const encrypted = secured && instance.config['enable.vpc_sasl_ssl'] === 'true';
	return {
		EndPoint: list(true, byIp(PORT.plain)),
		DomainEndpoint: list(true, inVpc(PORT.plain)),
		SslEndPoint: list(internet, (i) => `203.0.113.${i}:${PORT.ssl}`),
		SslDomainEndpoint: list(internet, (i) => `${host(i)}.alikafka.aliyuncs.com:${PORT.ssl}`),
		SaslEndPoint: list(secured, byIp(PORT.sasl)),
		SaslDomainEndpoint: list(secured, inVpc(PORT.sasl)),
		// Beside the ways without TLS, as acceptance tests of the Terraform provider see it.
		VpcSaslEndPoint: list(encrypted, byIp(PORT.saslSsl)),
		VpcSaslDomainEndpoint: list(encrypted, inVpc(PORT.saslSsl)),
	};
}
