import { refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { accepted, done } from '../answers/outcome';
import { readTime, timeText } from '../answers/time';
import { NEWEST_BUILDS, plainBuild, VERSIONS } from '../model/catalogue';
import type { Instance } from '../model/instance';
import { addMonths, beginChange, planExpiry } from '../model/lifecycle';
import { STATUS } from '../model/status';
import { checkFilled } from '../requests/checks';
import type { Handler } from '../requests/context';
import { checkSize } from '../requests/sizes';

interface AttributesBody {
	InstanceId: string;
	MsgRetentionTime?: number;
	InstanceName?: string;
	Config?: {
		AutoCreateTopicEnable?: boolean;
		DefaultNumPartitions?: number;
		DefaultReplicationFactor?: number;
	};
	DynamicRetentionConfig?: Record<string, number>;
	RebalanceTime?: number;
	PublicNetwork?: number;
	DynamicDiskConfig?: Record<string, number>;
	MaxMessageByte?: number;
	UncleanLeaderElectionEnable?: number;
	DeleteProtectionEnable?: number;
	RetentionBytes?: number;
	AdminSecurity?: boolean;
	TransactionalIdExpirationMs?: number;
}

/** Changes attributes at once; another public bandwidth takes the instance through 7 (upgrading). */
export const ModifyInstanceAttributes: Handler = (request, context) => {
	const body = request.body as AttributesBody;
	const { PublicNetwork } = body;
	const instance = context.runningInstance(body.InstanceId);
	const grows = PublicNetwork !== undefined && PublicNetwork !== instance.publicNetwork;
	if (grows) context.idleInstance(body.InstanceId);
	if (PublicNetwork !== undefined && instance.specification !== 'profession') {
		refuseValue('PublicNetwork', 'only the profession edition has public bandwidth');
	}
	if (body.InstanceName !== undefined) checkFilled('InstanceName', body.InstanceName);
	if (instance.adminSecurity && body.AdminSecurity === false) {
		refuse('OperationDenied', 'Once closed, risky admin interfaces cannot be opened again.');
	}
	setAttributes(instance, body);
	if (!grows) return done(context.state, instance, request.operation);
	const flow = beginChange(context.state, instance, context.now, {
		operation: request.operation,
		work: () => {
			instance.publicNetwork = PublicNetwork;
		},
	});
	return accepted(context.state, flow);
};

function setAttributes(instance: Instance, body: AttributesBody): void {
	instance.name = body.InstanceName ?? instance.name;
	instance.retentionMinutes = body.MsgRetentionTime ?? instance.retentionMinutes;
	instance.rebalanceTime = body.RebalanceTime ?? instance.rebalanceTime;
	instance.maxMessageBytes = body.MaxMessageByte ?? instance.maxMessageBytes;
	instance.uncleanElection = body.UncleanLeaderElectionEnable ?? instance.uncleanElection;
	instance.deleteProtection = body.DeleteProtectionEnable ?? instance.deleteProtection;
	instance.retentionBytes = body.RetentionBytes ?? instance.retentionBytes;
	instance.adminSecurity = body.AdminSecurity ?? instance.adminSecurity;
	instance.transactionalIdExpirationMs =
		body.TransactionalIdExpirationMs ?? instance.transactionalIdExpirationMs;
	instance.dynamicRetention = { ...instance.dynamicRetention, ...body.DynamicRetentionConfig };
	instance.dynamicDisk = { ...instance.dynamicDisk, ...body.DynamicDiskConfig };
	const { Config } = body;
	if (Config?.AutoCreateTopicEnable === false) instance.autoTopic = null;
	else if (Config?.AutoCreateTopicEnable || (Config && instance.autoTopic)) {
		const { partitions = 3, replicas = 2 } = instance.autoTopic ?? {};
		instance.autoTopic = {
			partitions: Config.DefaultNumPartitions ?? partitions,
			replicas: Config.DefaultReplicationFactor ?? replicas,
		};
	}
}

interface ResizeBody {
	InstanceId: string;
	DiskSize?: number;
	BandWidth?: number;
	Partition?: number;
}

/** Resizes a pre-paid instance; the answer has a FlowId 0 and the new size shows at the end. */
export const ModifyInstancePre: Handler = (request, context) => {
	const { InstanceId, ...size } = request.body as ResizeBody;
	const instance = prePaid(context.idleInstance(InstanceId));
	const { diskSize, bandwidth, partitionQuota, topicQuota } = instance;
	const { DiskSize = diskSize, BandWidth = bandwidth, Partition = partitionQuota } = size;
	if (!Object.keys(size).length) refuseMissing('DiskSize');
	if (DiskSize < diskSize) refuseValue('DiskSize', `it must not be below the present ${diskSize}`);
	const wanted = { diskSize: DiskSize, bandwidth: BandWidth, partitionQuota: Partition };
	checkSize({ ...wanted, topicQuota }, instance.specification);
	beginChange(context.state, instance, context.now, {
		operation: request.operation,
		work: () => void Object.assign(instance, wanted),
	});
	const DealName = context.state.newDeal();
	const Data = {
		FlowId: 0,
		DealNames: [DealName],
		InstanceId,
		DealNameInstanceIdMapping: [{ DealName, InstanceIdList: [InstanceId] }],
	};
	const DeleteRouteTimestamp = timeText(context.now);
	return success({ Result: { ReturnCode: '0', ReturnMessage: 'ok', Data, DeleteRouteTimestamp } });
};

interface UpgradeBody {
	InstanceId: string;
	SourceVersion: string;
	TargetVersion: string;
	DelayTimeStamp?: string;
}

const rank = (version: string) => VERSIONS.indexOf(version === '2.4.2' ? '2.4.1' : version);

/** Kafka version and broker build of an instance, with the newest builds. */
export const DescribeCkafkaVersion: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	const { version, build } = context.instance(InstanceId);
	const LatestBrokerVersion = Object.entries(NEWEST_BUILDS).map(
		([KafkaVersion, BrokerVersion]) => ({ KafkaVersion, BrokerVersion }),
	);
	const Result = { LatestBrokerVersion, KafkaVersion: version, CurBrokerVersion: build };
	return success({ Result });
};

/** Upgrades the brokers to another build, at once or at a planned time. */
export const UpgradeBrokerVersion: Handler = (request, context) => {
	const { InstanceId, SourceVersion, TargetVersion, DelayTimeStamp } = request.body as UpgradeBody;
	const instance = context.idleInstance(InstanceId);
	if (plainBuild(SourceVersion) !== plainBuild(instance.build)) {
		refuseValue('SourceVersion', `the instance runs build ${instance.build}`);
	}
	const [version] =
		Object.entries(NEWEST_BUILDS).find(([, build]) => build === TargetVersion) ?? [];
	if (
		version === undefined ||
		rank(version) < rank(instance.version) ||
		TargetVersion === instance.build
	) {
		refuseValue('TargetVersion', `there is no upgrade from ${SourceVersion} to ${TargetVersion}`);
	}
	const startsAt = DelayTimeStamp ? readTime(DelayTimeStamp) : 0;
	if (startsAt === null) refuseValue('DelayTimeStamp', 'it is no time');
	const flow = beginChange(context.state, instance, context.now, {
		operation: request.operation,
		startsAt,
		work: () => {
			instance.build = TargetVersion;
			// 2.4.2 is another name of the same release.
			if (rank(version) > rank(instance.version)) instance.version = version;
		},
	});
	return accepted(context.state, flow);
};

/** Extends the subscription; an isolated instance runs again. */
export const RenewCkafkaInstance: Handler = (request, context) => {
	const { InstanceId, TimeSpan = 1 } = request.body as { InstanceId: string; TimeSpan?: number };
	const instance = prePaid(context.instance(InstanceId));
	if (instance.status === STATUS.isolated) instance.status = STATUS.running;
	else context.runningInstance(InstanceId);
	instance.expiresAt = addMonths(Math.max(instance.expiresAt, context.now), TimeSpan);
	planExpiry(instance);
	const { state } = context;
	return success({ Result: { BigDealId: state.newDeal(), DealName: state.newDeal() } });
};

/** Refuses an instance that is paid as it goes. */
function prePaid(instance: Instance): Instance {
	if (!instance.prePaid) refuseValue('InstanceId', `${instance.id} is not a prepaid instance`);
	return instance;
}
