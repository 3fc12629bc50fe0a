import { BROKERS } from '../model/catalogue';
import type { Instance } from '../model/instance';
import { shownTags } from '../model/listing';
import { GROUP_QUOTA, usedPartitions } from '../model/quotas';
import { STATUS } from '../model/status';
import { seconds, timeText } from './time';

const PORT = '9092';

/** A time that is not set, as the service prints it. */
const NO_TIME = '0000-00-00 00:00:00';

const FEATURES = ['CLOUD_EKS_TSE', 'CLOUD_EKS_CROS_ZONE', 'FEATURE_SASL_SCRAM'];

const MBPS_PER_MBYTE = 8;
/** The client gets an address when the instance has one. */
const hasAddress = (instance: Instance) =>
	instance.status !== STATUS.creating && instance.status !== STATUS.createFailed;

/** The instance as DescribeInstances and DescribeTypeInstances print it. */
export function briefRecord(instance: Instance): Record<string, unknown> {
	return {
		InstanceId: instance.id,
		InstanceName: instance.name,
		Status: instance.status,
		IfCommunity: false,
	};
}

/** What both detailed forms have. */
function commonRecord(instance: Instance, now: number): Record<string, unknown> {
	const reachable = hasAddress(instance);
	return {
		InstanceId: instance.id,
		InstanceName: instance.name,
		Vip: reachable ? instance.vip : '',
		Vport: reachable ? PORT : '',
		VipList: reachable ? [{ Vip: instance.vip, Vport: PORT }] : [],
		Status: instance.status,
		Bandwidth: instance.bandwidth * MBPS_PER_MBYTE,
		DiskSize: instance.elasticStorage ? -1 : instance.diskSize,
		ZoneId: instance.zoneId,
		ZoneIds: instance.zoneIds,
		VpcId: instance.vpcId,
		SubnetId: instance.subnetId,
		Healthy: instance.status === STATUS.createFailed ? 3 : 1,
		HealthyMessage: '',
		CreateTime: seconds(instance.createdAt),
		ExpireTime: seconds(instance.expiresAt),
		Tags: shownTags(instance, now),
		Version: instance.version,
		Cvm: instance.specification === 'standard' ? 0 : 1,
		InstanceType: instance.specification,
		PublicNetwork: instance.publicNetwork,
		ClusterType: 'CLOUD_EKS_TSE',
		Features: FEATURES,
		RetentionBytes: instance.retentionBytes,
	};
}

/** The instance as DescribeInstancesDetail prints it. */
export function detailRecord(instance: Instance, now: number): Record<string, unknown> {
	return {
		...commonRecord(instance, now),
		RenewFlag: instance.renewFlag,
		IsInternal: 0,
		TopicNum: instance.topics.length,
		DiskType: instance.diskType,
		MaxTopicNumber: instance.topicQuota,
		MaxPartitionNumber: instance.partitionQuota,
		RebalanceTime: instance.rebalanceTime ? timeText(instance.rebalanceTime * 1000) : NO_TIME,
		PartitionNumber: usedPartitions(instance),
		PublicNetworkChargeType: instance.prePaid ? 'BANDWIDTH_PREPAID' : 'BANDWIDTH_POSTPAID_BY_HOUR',
		...instance.printed,
	};
}

/** The instance as DescribeInstanceAttributes prints it. */
export function attributesRecord(instance: Instance, now: number): Record<string, unknown> {
	const { autoTopic } = instance;
	const partitions = usedPartitions(instance);
	const freePartitions = instance.partitionQuota - partitions;
	const freeTopics = instance.topicQuota - instance.topics.length;
	return {
		...commonRecord(instance, now),
		MsgRetentionTime: instance.retentionMinutes,
		Config: autoTopic
			? {
					AutoCreateTopicsEnable: true,
					DefaultNumPartitions: autoTopic.partitions,
					DefaultReplicationFactor: autoTopic.replicas,
				}
			: {},
		RemainderPartitions: freePartitions,
		RemainderTopics: freeTopics,
		RemainingPartitions: freePartitions,
		RemainingTopics: freeTopics,
		CreatedPartitions: partitions,
		CreatedTopics: instance.topics.length,
		MaxGroupNum: GROUP_QUOTA,
		RetentionTimeConfig: instance.dynamicRetention,
		DynamicDiskConfig: instance.dynamicDisk,
		MaxConnection: 5000 * BROKERS,
		SystemMaintenanceTime: '',
		DeleteRouteTimestamp: '',
		MaxMessageByte: instance.maxMessageBytes,
		InstanceChargeType: instance.prePaid ? 'PREPAID' : 'POSTPAID_BY_HOUR',
		ElasticBandwidthSwitch: instance.elasticBandwidth ? 1 : 0,
		ElasticBandwidthOpenStatus: instance.elasticBandwidth ? 32 : 1,
		FreePartitionNumber: freePartitions,
		ElasticFloatBandwidth: 0,
		CustomCertId: instance.certificateId,
		UncleanLeaderElectionEnable: instance.uncleanElection,
		DeleteProtectionEnable: instance.deleteProtection,
		TransactionalIdExpirationMs: instance.transactionalIdExpirationMs,
		...instance.printed,
	};
}
