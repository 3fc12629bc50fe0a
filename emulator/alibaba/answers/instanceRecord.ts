import type { Instance } from '../model/instance';
import type { Rules } from '../model/options';
import { usedPartitions } from '../model/quotas';
import { wrapped } from './lists';

const BROKERS = [1, 2, 3];
const PORT = { plain: 9092, ssl: 9093, sasl: 9094 };

/** The instance as GetInstanceList prints it. */
export function instanceRecord(instance: Instance, rules: Rules): Record<string, unknown> {
	return {
		InstanceId: instance.id,
		RegionId: instance.region,
		Name: instance.name,
		ServiceStatus: instance.serviceStatus,
		...(rules.viewStatus ? { ViewInstanceStatusCode: instance.viewStatus } : {}),
		PaidType: instance.paidType,
		DeployType: instance.deployType,
		SpecType: instance.specType,
		IoMax: instance.ioMax,
		IoMaxSpec: instance.ioMaxSpec,
		DiskType: instance.diskType,
		DiskSize: instance.diskSize,
		EipMax: instance.eipMax,
		TopicNumLimit: instance.topicQuota,
		ResourceGroupId: instance.resourceGroupId,
		ReservedPublishCapacity: instance.reservedPublish,
		ReservedSubscribeCapacity: instance.reservedSubscribe,
		CreateTime: instance.createdAt,
		ExpiredTime: instance.expiresAt,
		MsgRetain: Number(instance.config['kafka.log.retention.hours']),
		AllConfig: JSON.stringify(instance.config),
		VpcId: instance.vpcId,
		VSwitchId: instance.vSwitchId,
		ZoneId: instance.zoneId,
		SecurityGroup: instance.securityGroup,
		UpgradeServiceDetailInfo: { Current2OpenSourceVersion: instance.version },
		UsedTopicCount: instance.topics.length,
		UsedGroupCount: instance.groups.length,
		UsedPartitionCount: usedPartitions(instance),
		...endpoints(instance),
		Tags: wrapped(rules, 'TagVO', instance.tags),
	};
}

/** Addresses; empty until the instance was in service. */
function endpoints(instance: Instance): Record<string, string> {
	const known = ![0, 1, 2, 3, 101].includes(instance.serviceStatus);
	const list = (on: boolean, address: (broker: number) => string) =>
		known && on ? BROKERS.map(address).join(',') : '';
	const host = (broker: number) => `${instance.id.replace('_', '-')}-${broker}`;
	const internet = instance.deployType === 4;
	const secured = instance.config['enable.acl'] === 'true';
	return {
		EndPoint: list(true, (i) => `192.168.0.${i}:${PORT.plain}`),
		DomainEndpoint: list(true, (i) => `${host(i)}-vpc.alikafka.aliyuncs.com:${PORT.plain}`),
		SslEndPoint: list(internet, (i) => `203.0.113.${i}:${PORT.ssl}`),
		SslDomainEndpoint: list(internet, (i) => `${host(i)}.alikafka.aliyuncs.com:${PORT.ssl}`),
		SaslDomainEndpoint: list(secured, (i) => `${host(i)}-vpc.alikafka.aliyuncs.com:${PORT.sasl}`),
	};
}
