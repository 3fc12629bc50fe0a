import { refuse, success } from '../answers/errors';
import { done } from '../answers/outcome';
import { BROKERS } from '../model/catalogue';
import type { Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import type { Handler } from '../requests/context';
import { checkNetwork } from '../requests/networks';

/** Addresses of an instance's brokers, in the network of the service. */
const brokerIps = ({ vip }: Instance): string[] => {
	const network = vip.split('.').slice(0, 3).join('.');
	return Array.from({ length: BROKERS }, (_, broker) => `${network}.${200 + broker}`);
};

interface RankingBody {
	InstanceId: string;
	RankingType: 'PRO' | 'CON';
	BrokerIp?: string;
}

const BYTES = 1024 * 1024;
const sizeOf = ({ logs }: Topic) =>
	logs.flatMap(({ messages }) => messages).reduce((sum, { value }) => sum + value.length, 0);

/** Topics by traffic and backlog, groups by speed; of one broker only its topics. */
export const DescribeTopicFlowRanking: Handler = (request, context) => {
	const { InstanceId, BrokerIp } = request.body as RankingBody;
	const instance = context.workingInstance(InstanceId);
	const ofBroker = (topic: Topic) => ({ TopicName: topic.name, TopicId: topic.id });
	const traffic = (topic: Topic) => (sizeOf(topic) / BYTES).toFixed(2);
	const TopicFlow = instance.topics.map((topic) => ({
		...ofBroker(topic),
		PartitionNum: topic.partitions,
		ReplicaNum: topic.replicas,
		TopicTraffic: traffic(topic),
		MessageHeap: topic.logs.reduce((sum, { messages }) => sum + messages.length, 0),
	}));
	const one = BrokerIp !== undefined;
	const topics = one ? instance.topics : [];
	return success({
		Result: {
			TopicFlow: one ? [] : TopicFlow,
			TopicMessageHeap: one ? [] : TopicFlow,
			ConsumeSpeed: [],
			BrokerIp: brokerIps(instance),
			BrokerTopicData: topics.map((topic) => ({ ...ofBroker(topic), DataSize: sizeOf(topic) })),
			BrokerTopicFlowData: topics.map((topic) => ({
				...ofBroker(topic),
				TopicTraffic: traffic(topic),
			})),
		},
	});
};

/** Servers behind an instance; none are told of the standard edition. */
export const DescribeCvmInfo: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	const instance = context.instance(InstanceId);
	const ips = instance.specification === 'standard' ? [] : brokerIps(instance);
	const CvmList = ips.map((Ip, at) => ({
		CkafkaInstanceId: instance.id,
		InstanceId: `ins-${instance.id.slice('ckafka-'.length)}${at}`,
		Ip,
	}));
	return success({ Result: { TotalCount: CvmList.length, CvmList } });
};

interface ConnectBody {
	InstanceId: string;
	VpcId: string;
	SubnetId: string;
}

/** Makes the exporters reachable from a network. */
export const CreatePrometheus: Handler = (request, context) => {
	const { InstanceId, VpcId, SubnetId } = request.body as ConnectBody;
	const instance = context.runningInstance(InstanceId);
	checkNetwork(context, { VpcId, SubnetId });
	const isThere = instance.prometheus.some(
		(one) => one.VpcId === VpcId && one.SubnetId === SubnetId,
	);
	if (isThere) {
		refuse('InvalidParameterValue.RepetitionValue', 'The network is already connected.');
	}
	instance.prometheus.push({ VpcId, SubnetId });
	return done(context.state, instance, request.operation);
};

const EXPORTERS = [
	['JmxExport', 60_001],
	['NodeExport', 9100],
] as const;

/** Addresses of the exporters, two a broker and network. */
export const DescribePrometheus: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId: string };
	const instance = context.instance(InstanceId);
	const Result = instance.prometheus.flatMap(({ VpcId, SubnetId }, network) =>
		brokerIps(instance).flatMap((BrokerIp, broker) =>
			EXPORTERS.map(([Type, SourcePort]) => ({
				Type,
				SourceIp: `10.9.${network}.${10 + broker}`,
				SourcePort,
				BrokerIp,
				VpcId,
				SubnetId,
			})),
		),
	);
	return success({ Result });
};

interface MaintenanceBody extends Record<string, unknown> {
	InstanceId: string;
	MaintenanceType: string;
	MaintenanceSubtype: string;
	Status?: 0 | 1;
}

const GROWTH = 'INSTANCE_STORAGE_CAPACITY';
const RETENTION = 'MESSAGE_RETENTION_PERIOD';

/** Switches and sets what an instance does by itself; growth and dynamic retention exclude each other. */
export const ModifyRoutineMaintenanceTask: Handler = (request, context) => {
	const { InstanceId, ...given } = request.body as MaintenanceBody;
	const instance = context.runningInstance(InstanceId);
	const { MaintenanceSubtype: subtype, Status } = given;
	const isOn = Status === 0;
	const other = subtype === GROWTH ? RETENTION : subtype === RETENTION ? GROWTH : undefined;
	if (isOn && other !== undefined && instance.maintenance[other]?.Status === 0) {
		refuse('InvalidParameter', `${subtype} and ${other} exclude each other.`);
	}
	if (isOn && subtype === GROWTH && instance.specification !== 'profession') {
		refuse('FailedOperation', 'Only the profession edition grows by itself.');
	}
	instance.maintenance[subtype] = { ...instance.maintenance[subtype], ...given };
	return done(context.state, instance, request.operation);
};
