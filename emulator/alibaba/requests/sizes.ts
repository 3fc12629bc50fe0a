import { refuse } from '../answers/errors';
import type { Specification } from '../model/instance';

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
	TopicQuota: number;
	DiskSize: number;
	IoMax?: number;
	IoMaxSpec?: string;
	SpecType?: string;
	EipModel?: boolean;
	EipMax?: number;
}

/** What an instance is after an upgrade; refuses to go below what it is, or to change nothing. */
export function upgraded(before: Specification, asked: UpgradeParameters): Specification {
	const { TopicQuota, DiskSize, SpecType = before.specType } = asked;
	const after: Specification = {
		...before,
		...traffic(asked.IoMax, asked.IoMaxSpec),
		topicQuota: TopicQuota,
		diskSize: DiskSize,
		specType: SpecType,
		eipMax: asked.EipMax ?? before.eipMax,
		deployType: asked.EipModel === true ? 4 : before.deployType,
	};
	if (asked.EipModel !== undefined && asked.EipModel !== after.eipMax > 0) {
		refuse('BIZ.LIMIT.PUBNETWORK', 'EipMax must be above 0 with EipModel true, and 0 without.');
	}
	for (const name of ['topicQuota', 'diskSize', 'ioMax', 'eipMax'] as const) {
		const [was, is] = [before[name] ?? 0, after[name] ?? 0];
		if (is < was) refuse('BIZ.LIMIT.QUOTA.DOWN', `${name} is ${was} and cannot become ${is}.`);
	}
	if (before.specType !== 'normal' && SpecType === 'normal') {
		refuse('Instance.Change.NotAllowed', 'A professional instance stays one.');
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
