import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import type { Pages } from '../../shared/contract/pages';
import { countIn, listIn } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { NO_SUCH_INSTANCE, PAST_END } from './decode';

/** Requests that operations, look-ups and the trigger have in common. */

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

export const listTopics = (instanceId: unknown): ApiRequest =>
	read('ListInstanceTopics', `${project}/instances/${idInPath(instanceId)}/topics`);

export const showTopic = (instanceId: unknown, topic: unknown): ApiRequest =>
	read(
		'ShowInstanceTopicDetail',
		`${project}/instances/${idInPath(instanceId)}/management/topics/${idInPath(topic)}`,
	);

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

export const listZones = (): ApiRequest => read('ListAvailableZones', '/v2/available-zones');

export const listMaintenanceWindows = (): ApiRequest =>
	read('ShowMaintainWindows', '/v2/instances/maintain-windows');

export const listProducts = (): ApiRequest => read('ListEngineProducts', '/v2/kafka/products');

const rowsOf = (list: string) => (body: IDataObject) => listIn(body, list);

/** Offset and limit as text; an offset at or past the end is refused by the API. */
const byOffset = (offset: number, size: number): IDataObject => ({
	offset: String(offset),
	limit: String(size),
});

/** Offset and limit as numbers, which the newer lists want. */
const byNumber = (offset: number, size: number): IDataObject => ({ offset, limit: size });

export const instancePages: Pages = {
	rows: rowsOf('instances'),
	total: ({ instance_num }) => countIn(instance_num),
	at: byOffset,
	size: 50,
	key: 'instance_id',
	pastEnd: PAST_END,
};

export const topicPages: Pages = {
	rows: rowsOf('topics'),
	total: ({ total }) => countIn(total),
	at: byOffset,
	size: 50,
	key: 'name',
	pastEnd: PAST_END,
};

export const partitionPages: Pages = {
	rows: rowsOf('partitions'),
	total: ({ total }) => countIn(total),
	at: byNumber,
	size: 50,
	key: 'partition',
	pastEnd: PAST_END,
};

export const producerPages: Pages = {
	rows: rowsOf('producers'),
	total: ({ total }) => countIn(total),
	at: byNumber,
	size: 50,
	key: ['producer_address', 'broker_address'],
	pastEnd: PAST_END,
};

/** The reference has the offset count pages; the Terraform provider has it count quotas. */
export const topicQuotaPages: Pages = {
	rows: rowsOf('quotas'),
	total: ({ count }) => countIn(count),
	at: byOffset,
	orAt: (offset, size) => byOffset(offset / size, size),
	numbered: true,
	size: 100,
	key: 'topic',
	pastEnd: PAST_END,
};

export const userQuotaPages: Pages = {
	rows: rowsOf('quotas'),
	total: ({ count }) => countIn(count),
	at: byNumber,
	size: 50,
	key: ['user', 'client', 'user-default', 'client-default'],
	pastEnd: PAST_END,
};

export const groupPages: Pages = {
	rows: rowsOf('groups'),
	total: ({ total }) => countIn(total),
	at: byOffset,
	size: 50,
	key: 'group_id',
	pastEnd: PAST_END,
};

/** A list that comes whole in one answer. */
export const wholeList = (list: string, key: string): Pages => ({
	rows: rowsOf(list),
	total: (body) => rowsOf(list)(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

/** Tasks are counted from 1 and given newest first; `task_count` is text. */
export const taskPages: Pages = {
	rows: rowsOf('tasks'),
	total: ({ task_count }) => countIn(task_count),
	at: (offset, size) => ({ start: offset + 1, limit: size }),
	size: 100,
	key: 'id',
	pastEnd: PAST_END,
};

/** Whether a failure says that there is no such task, as is so for a moment after it was started. */
export const isNoSuchTask = (error: unknown): boolean =>
	error instanceof Failure &&
	error.details.httpStatus === 404 &&
	error.details.code !== NO_SUCH_INSTANCE &&
	error.kind === 'refused';

/** Whether a failure only says that there is no such instance (any more). */
export const isGone = (error: unknown): boolean =>
	error instanceof Failure && error.details.code === NO_SUCH_INSTANCE;
