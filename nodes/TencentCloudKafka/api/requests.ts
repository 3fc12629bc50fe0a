import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/contract/vendor';
import { INSTANCES } from './tags';

/** Requests that operations, look-ups and the trigger have in common; all of them read. */

export const read = (api: string, body?: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'POST',
	path: '/',
	body,
});

/** Lists what an instance has. */
const listOf =
	(api: string) =>
	(instanceId: unknown, filter: IDataObject = {}): ApiRequest =>
		read(api, { InstanceId: String(instanceId), ...filter });

export const listInstances = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeInstances', filter);

export const listInstancesDetailed = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeInstancesDetail', filter);

export const showInstance = (instanceId: unknown): ApiRequest =>
	read('DescribeInstanceAttributes', { InstanceId: String(instanceId) });

/** Kafka version and broker builds of an instance. */
export const showVersions = (instanceId: unknown): ApiRequest =>
	read('DescribeCkafkaVersion', { InstanceId: String(instanceId) });

/** Tags of an instance, by the Tag service. */
export const listTags = (instanceId: unknown): ApiRequest =>
	read('DescribeResourceTagsByResourceIds', { ...INSTANCES, ResourceIds: [String(instanceId)] });

export const showTask = (flowId: unknown): ApiRequest =>
	read('DescribeTaskStatus', { FlowId: flowId as number });

export const listZones = (): ApiRequest => read('DescribeCkafkaZone');

export const listRegions = (): ApiRequest => read('DescribeRegion');

export const listRoutes = listOf('DescribeRoute');

export const listTopics = listOf('DescribeTopic');

export const listTopicsDetailed = listOf('DescribeTopicDetail');

export const listGroups = listOf('DescribeGroup');

/** Consumer groups with what they are subscribed to. */
export const listSubscriptions = listOf('DescribeConsumerGroup');

/** Who is connected to produce to a topic. */
export const listProducers = (instanceId: unknown, topic: unknown): ApiRequest =>
	listOf('DescribeTopicProduceConnection')(instanceId, { TopicName: String(topic) });

export const listThrottlingRules = listOf('DescribeThrottleRules');

export const listPrometheus = listOf('DescribePrometheus');

export const listUsers = listOf('DescribeUser');

export const listAclRules = listOf('DescribeAclRule');

export const listOffsets = (instanceId: unknown, group: unknown): ApiRequest =>
	listOf('DescribeGroupOffsets')(instanceId, { Group: String(group) });

/** States of consumer groups. */
export const showGroups = (instanceId: unknown, groups: string[]): ApiRequest =>
	listOf('DescribeGroupInfo')(instanceId, { GroupList: groups });

/** @param name Topic or group; without one the ACLs of the cluster, or of all resources of the type */
export const listAcls = (instanceId: unknown, type: unknown, name?: string): ApiRequest =>
	listOf('DescribeACL')(instanceId, {
		ResourceType: Number(type),
		...(name !== undefined && { ResourceName: name }),
	});
