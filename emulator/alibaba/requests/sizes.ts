import { refuse } from '../answers/errors';
import type { Specification } from '../model/instance';
import { isConfluent, isServerless } from '../model/series';

/** MB/s that one step of a traffic specification stands for. */
const STEP = 10;

/** Traffic of a specification as alikafka.hw.2xlarge (20 MB/s); refuses another form. */
function trafficOf(ioMaxSpec: string): number {
	const [, steps] =
		/^alikafka\.h[rw]\.(\d+)xlarge$/.exec(ioMaxSpec) ?? refuse('InvalidParameter', 'IoMaxSpec');
	return STEP * Number(steps);
}

/** Reads the traffic, of which one form has to be given; IoMaxSpec decides. */
export function traffic(IoMax?: number, IoMaxSpec?: string) {
	if (IoMaxSpec) return { ioMax: trafficOf(IoMaxSpec), ioMaxSpec: IoMaxSpec };
	if (IoMax === undefined) return refuse('BIZ_PARAM_EMPTY', 'IoMax or IoMaxSpec is needed.');
	if (IoMax <= 0) refuse('InvalidParameter.Range', 'IoMax');
	return { ioMax: IoMax, ioMaxSpec: `alikafka.hw.${Math.ceil(IoMax / STEP)}xlarge` };
}

/** The Internet bandwidth; needed with DeployType 4, without effect otherwise. */
export function internetTraffic(deployType: number, EipMax = 0): number {
	if (deployType !== 4) return 0;
	if (EipMax <= 0) refuse('BIZ.LIMIT.PUBNETWORK', 'EipMax is needed with DeployType 4.');
	return EipMax;
}

/** Refuses a number that is not above 0. */
export function positive(name: string, value: number | undefined): number {
	if (value === undefined) return refuse('BIZ_PARAM_EMPTY', name);
	if (value <= 0) refuse('InvalidParameter.Range', name);
	return value;
}

/** Topics that go with partitions bought: half as many, 50 at least; read off an example. */
export function topicsFor(partitionNum: number): number {
	return Math.max(50, Math.ceil(partitionNum / 2));
}

/** What an upgrade asks for. */
export interface UpgradeParameters {
	TopicQuota?: number;
	PartitionNum?: number;
	DiskSize?: number;
	IoMax?: number;
	IoMaxSpec?: string;
	SpecType?: string;
	EipModel?: boolean;
	EipMax?: number;
	ServerlessConfig?: string;
	ConfluentConfig?: string;
}

/** A reserved instance takes partitions or, of old, topics, and always its traffic. */
function reservedAfter(before: Specification, asked: UpgradeParameters): Specification {
	const { TopicQuota, PartitionNum, DiskSize = before.diskSize } = asked;
	if (TopicQuota === undefined && PartitionNum === undefined) {
		refuse('BIZ_PARAM_EMPTY', 'PartitionNum or TopicQuota is needed.');
	}
	return {
		...before,
		...traffic(asked.IoMax, asked.IoMaxSpec),
		topicQuota: TopicQuota ?? Math.max(before.topicQuota, topicsFor(PartitionNum ?? 0)),
		partitionNum: PartitionNum ?? before.partitionNum,
		diskSize: DiskSize,
		specType: asked.SpecType ?? before.specType,
		eipMax: asked.EipMax ?? before.eipMax,
		deployType: asked.EipModel === true ? 4 : before.deployType,
	};
}

/** A serverless instance takes its capacity alone, and whether it is open to the internet. */
function serverlessAfter(before: Specification, asked: UpgradeParameters): Specification {
	if (!asked.ServerlessConfig) refuse('BIZ_PARAM_EMPTY', 'ServerlessConfig');
	if (asked.EipModel === undefined) refuse('BIZ_PARAM_EMPTY', 'EipModel');
	const config = JSON.parse(asked.ServerlessConfig ?? '{}') as Record<string, number>;
	return {
		...before,
		deployType: asked.EipModel ? 4 : 5,
		reservedPublish: config.ReservedPublishCapacity,
		reservedSubscribe: config.ReservedSubscribeCapacity,
	};
}

const SIZES = ['topicQuota', 'partitionNum', 'diskSize', 'ioMax', 'eipMax'] as const;

/** What an instance is after an upgrade; refuses to go below what it is, or to change nothing. */
export function upgraded(before: Specification, asked: UpgradeParameters): Specification {
	if (isServerless(before)) return serverlessAfter(before, asked);
	// Its components are not emulated.
	if (isConfluent(before)) return before;
	const after = reservedAfter(before, asked);
	if (asked.EipModel !== undefined && asked.EipModel !== after.eipMax > 0) {
		refuse('BIZ.LIMIT.PUBNETWORK', 'EipMax must be above 0 with EipModel true, and 0 without.');
	}
	for (const name of SIZES) {
		const [was, is] = [before[name] ?? 0, after[name] ?? 0];
		if (is < was) refuse('BIZ.LIMIT.QUOTA.DOWN', `${name} is ${was} and cannot become ${is}.`);
	}
	if (before.specType !== 'normal' && after.specType === 'normal') {
		refuse('Instance.Change.NotAllowed', 'A professional instance stays one.');
	}
	if (JSON.stringify(before) === JSON.stringify(after)) refuse('InvalidParameter.DataNotChange');
	return after;
}

/** What an instance is after a downgrade; refuses to go above what it is, or to change nothing. */
export function downgraded(before: Specification, asked: UpgradeParameters): Specification {
	if (isServerless(before)) return serverlessAfter(before, asked);
	if (isConfluent(before)) return before;
	const after = reservedAfter(before, asked);
	if (asked.EipModel === false) Object.assign(after, { deployType: 5, eipMax: 0 });
	for (const name of SIZES) {
		const [was, is] = [before[name] ?? 0, after[name] ?? 0];
		if (is > was) refuse('Instance.Change.NotAllowed', `${name} is ${was}, not ${is}.`);
	}
	if (JSON.stringify(before) === JSON.stringify(after)) refuse('InvalidParameter.DataNotChange');
	return after;
}

/** The part of an instance that an order is about. */
export function specificationOf(from: Specification): Specification {
	const { paidType, deployType, specType, ioMax, ioMaxSpec, diskType, diskSize, eipMax } = from;
	const { topicQuota, partitionNum, resourceGroupId, reservedPublish, reservedSubscribe } = from;
	return {
		paidType,
		deployType,
		specType,
		ioMax,
		ioMaxSpec,
		diskType,
		diskSize,
		eipMax,
		topicQuota,
		partitionNum,
		resourceGroupId,
		reservedPublish,
		reservedSubscribe,
	};
}
