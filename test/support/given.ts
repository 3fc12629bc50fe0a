import type { INodeParameters } from 'n8n-workflow';

/** A value of a resource locator. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true as const, mode: 'name', value });

/** Wait for Completion, checking every 15 seconds. */
export const WAITING: INodeParameters = {
	waitForCompletion: true,
	waitOptions: { pollInterval: 15 },
};

/** Required parameters of a new instance of Huawei Cloud. */
export const newInstance = (name: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'instance',
	operation: 'create',
	name,
	engineVersion: '2.7',
	productId: 'c6.2u4g.cluster',
	brokerNum: 3,
	storageSpace: 300,
	storageSpecCode: 'dms.physical.storage.ultra.v2',
	availableZones: ['cn-north-4a'],
	vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
	subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
	securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
	...more,
});

/** Parameters that create a topic on Huawei Cloud. */
export const newTopic = (
	instanceId: string,
	topicName: string,
	more: INodeParameters = {},
): INodeParameters => ({
	resource: 'topic',
	operation: 'create',
	instanceId: byId(instanceId),
	topicName,
	...more,
});
