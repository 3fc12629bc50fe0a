import { refuse } from '../answers/errors';
import type { Tag } from '../model/contents';
import type { Instance, Specification } from '../model/instance';
import type { Order } from '../model/state';
import { tagsOf } from '../model/tags';
import type { Context, Handler } from '../requests/context';
import { internetTraffic, positive, topicsFor, traffic } from '../requests/sizes';

const DEFAULT_GROUP = 'rg-default';

/** Orders a pay-as-you-go instance; only the order's ID is told. */
export const CreatePostPayOrder: Handler = (request, context) =>
	byOrder(request.parameters as unknown as InstanceParameters, context, 0);

/** Orders a subscription, which is renewed; only the order's ID is told. */
export const CreatePrePayOrder: Handler = (request, context) => {
	const given = request.parameters as unknown as InstanceParameters;
	const { PaidType = 0, Duration = 1 } = given;
	return byOrder({ ...given, PaidType }, context, Duration);
};

function byOrder(given: InstanceParameters, context: Context, months: number) {
	const { PaidType = 1, DeployType } = given;
	const specification =
		PaidType === 3
			? serverlessOf(given)
			: PaidType === 4
				? confluentOf(given)
				: legacyOf({ ...given, DeployType }, PaidType as 0 | 1);
	const tags = tagsOf(given.Tag);
	const instance = buy(context, specification, given.RegionId, tags, months, 'orderListed');
	return context.success({ OrderId: instance.orderIds[0] });
}

/** The older orders buy partitions or, of old, topics, and name the traffic in one of two ways. */
function legacyOf(given: InstanceParameters, paidType: 0 | 1): Specification {
	const deployType = positive('DeployType', given.DeployType);
	const { PartitionNum, TopicQuota } = given;
	if (PartitionNum === undefined) positive('TopicQuota', TopicQuota);
	if (given.DiskType === undefined) refuse('BIZ_PARAM_EMPTY', 'DiskType');
	return {
		paidType,
		deployType,
		specType: given.SpecType ?? 'normal',
		...traffic(given.IoMax, given.IoMaxSpec),
		diskType: Number(given.DiskType),
		diskSize: positive('DiskSize', given.DiskSize),
		eipMax: internetTraffic(deployType, given.EipMax),
		topicQuota: TopicQuota ?? topicsFor(PartitionNum ?? 0),
		partitionNum: PartitionNum ?? 0,
		resourceGroupId: given.ResourceGroupId ?? DEFAULT_GROUP,
	};
}

interface InstanceParameters {
	RegionId: string;
	DeployType?: number;
	PaidType?: number;
	Duration?: number;
	SpecType?: string;
	IoMaxSpec?: string;
	IoMax?: number;
	TopicQuota?: number;
	DiskType?: string;
	DiskSize?: number;
	EipMax?: number;
	PartitionNum?: number;
	ServerlessConfig?: string;
	ConfluentConfig?: string;
	ResourceGroupId?: string;
	Tag?: Array<Partial<Tag>>;
}

/** Orders a pay-as-you-go or serverless instance and tells its ID. */
export const CreatePostPayInstance: Handler = (request, context) => {
	const given = request.parameters as unknown as InstanceParameters;
	const serverless = given.PaidType === 3;
	const allowed = serverless ? ['basic', 'normal', 'professional'] : KAFKA_EDITIONS;
	checkEdition(given, allowed);
	const specification = serverless ? serverlessOf(given) : reservedOf(given, 1);
	return orderByPartitions(given, context, specification, 0);
};

/** Orders a subscription, of Kafka or Confluent, and tells its ID. */
export const CreatePrePayInstance: Handler = (request, context) => {
	const given = request.parameters as unknown as InstanceParameters;
	const { PaidType, Duration = 1 } = given;
	const confluent = PaidType === 4;
	checkEdition(given, confluent ? ['professional', 'enterprise'] : KAFKA_EDITIONS);
	if (Duration === 12 && !confluent) {
		refuse('InvalidParameter.OtherParam', 'Duration 12 is for Confluent instances.');
	}
	const specification = confluent ? confluentOf(given) : reservedOf(given, 0);
	return orderByPartitions(given, context, specification, Duration);
};

const KAFKA_EDITIONS = ['normal', 'professional', 'professionalForHighRead'];

function checkEdition({ SpecType, PaidType }: InstanceParameters, allowed: string[]): void {
	if (SpecType === undefined || allowed.includes(SpecType)) return;
	refuse(
		'InvalidParameter.OtherParam',
		`SpecType ${SpecType} does not go with PaidType ${PaidType}.`,
	);
}

function reservedOf(given: InstanceParameters, paidType: 0 | 1): Specification {
	const deployType = positive('DeployType', given.DeployType);
	const partitionNum = positive('PartitionNum', given.PartitionNum);
	if (!given.IoMaxSpec) refuse('BIZ_PARAM_EMPTY', 'IoMaxSpec');
	if (given.DiskType === undefined) refuse('BIZ_PARAM_EMPTY', 'DiskType');
	return {
		paidType,
		deployType,
		specType: given.SpecType ?? 'normal',
		...traffic(undefined, given.IoMaxSpec),
		diskType: Number(given.DiskType),
		diskSize: positive('DiskSize', given.DiskSize),
		eipMax: internetTraffic(deployType, given.EipMax),
		topicQuota: topicsFor(partitionNum),
		partitionNum,
		resourceGroupId: given.ResourceGroupId ?? DEFAULT_GROUP,
	};
}

function serverlessOf(given: InstanceParameters): Specification {
	if (!given.ServerlessConfig) refuse('BIZ_PARAM_EMPTY', 'ServerlessConfig');
	const config = JSON.parse(given.ServerlessConfig) as Record<string, number>;
	return {
		paidType: 3,
		deployType: given.DeployType ?? 5,
		specType: given.SpecType ?? 'normal',
		eipMax: 0,
		topicQuota: topicsFor(0),
		partitionNum: 0,
		resourceGroupId: given.ResourceGroupId ?? DEFAULT_GROUP,
		reservedPublish: config.ReservedPublishCapacity,
		reservedSubscribe: config.ReservedSubscribeCapacity,
	};
}

function confluentOf(given: InstanceParameters): Specification {
	if (!given.ConfluentConfig) refuse('BIZ_PARAM_EMPTY', 'ConfluentConfig');
	const { DeployType = 5, SpecType = 'professional' } = given;
	if (DeployType !== 5) refuse('DeployType.NotSupport', 'Confluent instances are VPC instances.');
	return {
		paidType: 4,
		deployType: DeployType,
		specType: SpecType,
		eipMax: 0,
		topicQuota: topicsFor(0),
		partitionNum: 0,
		resourceGroupId: given.ResourceGroupId ?? DEFAULT_GROUP,
	};
}

function orderByPartitions(
	{ RegionId, Tag }: InstanceParameters,
	context: Context,
	specification: Specification,
	months: number,
) {
	const instance = buy(context, specification, RegionId, tagsOf(Tag), months, 'instanceListed');
	const OrderId = Number(instance.orderIds[0]);
	return context.success({ Data: { InstanceId: instance.id, OrderId } });
}

function buy(
	{ state }: Context,
	specification: Specification,
	region: string,
	tags: Tag[],
	months: number,
	listedAfter: Order['listedAfter'],
): Instance {
	const held = state.instances.filter((i) => i.region === region && i.phase !== 'deleting');
	if (held.length >= state.rules.instanceQuota) refuse('Instance.ExceedMaxLimit');
	return state.order(specification, { region, tags, months, listedAfter });
}
