import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/contract/vendor';

/** Reads that operations, look-ups and the trigger have in common. */

const project = '/v2/{project_id}';
const idInPath = (id: unknown) => encodeURIComponent(String(id));

const read = (api: string, path: string, query?: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'GET',
	path,
	query,
});

export const listInstances = (filter: IDataObject = {}): ApiRequest =>
	read('ListInstances', `${project}/instances`, { engine: 'kafka', ...filter });

export const showInstance = (id: unknown): ApiRequest =>
	read('ShowInstance', `${project}/instances/${idInPath(id)}`);

export const showTags = (instanceId: unknown): ApiRequest =>
	read('ShowKafkaTags', `${project}/kafka/${idInPath(instanceId)}/tags`);

/** Adds tags to an instance, or removes them by key. DMS for Kafka API Reference 5.9.1. */
export const changeTags = (
	instanceId: unknown,
	action: 'create' | 'delete',
	tags: IDataObject[],
): ApiRequest => ({
	api: 'BatchCreateOrDeleteKafkaTag',
	effect: 'write',
	method: 'POST',
	path: `${project}/kafka/${idInPath(instanceId)}/tags/action`,
	body: { action, tags },
});

/** Deletes an instance. DMS for Kafka API Reference 5.1.7; 200 with a result for it. */
export const deleteInstance = (id: string, skipsRecycleBin: boolean): ApiRequest => ({
	api: 'BatchRestartOrDeleteInstances',
	effect: 'write',
	method: 'POST',
	path: `${project}/instances/action`,
	body: { action: 'delete', instances: [id], force_delete: skipsRecycleBin },
});

/** How many instances there may be and are. */
export const showQuotas = (): ApiRequest => read('ShowQuotas', `${project}/quotas`);

/** Who uses the key, by the Security Token Service, which not every site has. */
export const callerIdentity = (): ApiRequest => read('GetCallerIdentity', '/v5/caller-identity');

/** The account that the credential belongs to, by IAM. */
export const authDomains = (): ApiRequest => read('KeystoneListAuthDomains', '/v3/auth/domains');

/** Keys of tags in the project, each with all its values. */
export const projectTags = (): ApiRequest => read('ShowKafkaProjectTags', `${project}/kafka/tags`);

/** The recycle bin of the project and region, which all engines share. */
export const listRecycled = (): ApiRequest => read('ShowRecycleInstances', `${project}/recycle`);

export const listTopics = (instanceId: unknown): ApiRequest =>
	read('ListInstanceTopics', `${project}/instances/${idInPath(instanceId)}/topics`);

export const showTopic = (instanceId: unknown, topic: unknown): ApiRequest =>
	read(
		'ShowInstanceTopicDetail',
		`${project}/instances/${idInPath(instanceId)}/management/topics/${idInPath(topic)}`,
	);

/** Producers that are connected to a topic. */
export const listProducers = (instanceId: unknown, topic: unknown): ApiRequest =>
	read(
		'ListTopicProducers',
		`${project}/kafka/instances/${idInPath(instanceId)}/topics/${idInPath(topic)}/producers`,
	);

/** What Cloud Eye can be asked about an instance: its brokers, topics, and groups. */
export const showCesHierarchy = (instanceId: unknown): ApiRequest =>
	read('ShowCesHierarchy', `${project}/instances/${idInPath(instanceId)}/ces-hierarchy`);

export const listTopicQuotas = (instanceId: unknown): ApiRequest =>
	read(
		'ShowKafkaTopicQuota',
		`/v2/kafka/{project_id}/instances/${idInPath(instanceId)}/kafka-topic-quota`,
		{ type: 'topic' },
	);

export const showConfigs = (instanceId: unknown): ApiRequest =>
	read('ShowInstanceConfigs', `${project}/instances/${idInPath(instanceId)}/configs`);

export const listResizeProducts = (instanceId: unknown): ApiRequest =>
	read(
		'ShowKafkaInstanceExtendProductInfo',
		`${project}/kafka/instances/${idInPath(instanceId)}/extend`,
		{ type: 'advanced' },
	);

export const listUsers = (instanceId: unknown): ApiRequest =>
	read('ShowInstanceUsers', `${project}/instances/${idInPath(instanceId)}/users`);

/** What users may do with a topic. */
export const showPermissions = (instanceId: unknown, topic: unknown): ApiRequest =>
	read(
		'ShowTopicAccessPolicy',
		`/v1/{project_id}/instances/${idInPath(instanceId)}/topics/${idInPath(topic)}/accesspolicy`,
	);

export const listGroups = (instanceId: unknown, keyword?: string): ApiRequest =>
	read(
		'ListInstanceConsumerGroups',
		`${project}/instances/${idInPath(instanceId)}/groups`,
		keyword ? { group: keyword } : undefined,
	);

export const listTasks = (instanceId: unknown): ApiRequest =>
	read('ListBackgroundTasks', `${project}/instances/${idInPath(instanceId)}/tasks`);

export const showTask = (instanceId: unknown, taskId: unknown): ApiRequest =>
	read(
		'ShowBackgroundTask',
		`${project}/instances/${idInPath(instanceId)}/tasks/${idInPath(taskId)}`,
	);

export const listScheduledTasks = (instanceId: unknown): ApiRequest =>
	read('ListScheduledTasks', `${project}/instances/${idInPath(instanceId)}/scheduled-tasks`);

const connectorTasks = (instanceId: unknown) =>
	`${project}/instances/${idInPath(instanceId)}/connector/tasks`;

export const listConnectorTasks = (instanceId: unknown): ApiRequest =>
	read('ListConnectorTasks', connectorTasks(instanceId));

export const showConnectorTask = (instanceId: unknown, taskId: unknown): ApiRequest =>
	read('ShowConnectorTask', `${connectorTasks(instanceId)}/${idInPath(taskId)}`);

/** A log of an instance: of rebalances, or of topics. */
export const showLog = (instanceId: unknown, type: unknown): ApiRequest =>
	read(
		'ShowKafkaLogTask',
		`${project}/kafka/instances/${idInPath(instanceId)}/logs/${idInPath(type)}`,
	);

export const listReports = (instanceId: unknown): ApiRequest =>
	read(
		'ListMessageDiagnosisReports',
		`${project}/kafka/instances/${idInPath(instanceId)}/message-diagnosis-tasks`,
	);

export const listZones = (): ApiRequest => read('ListAvailableZones', '/v2/available-zones');

export const listMaintenanceWindows = (): ApiRequest =>
	read('ShowMaintainWindows', '/v2/instances/maintain-windows');

export const listProducts = (): ApiRequest => read('ListEngineProducts', '/v2/kafka/products');
