import type { Operation, Resource } from '../../../shared/contract/operation';
import { del, get as GET, one, post } from '../../../shared/contract/operation';
import { taskDone } from '../../completions/instance';
import { instance } from '../../fields';

const path = '/v2/kafka/{project_id}/instances/{instance_id}/log/rebalance-log';

/** The answer of both changes is the ID of a background task. */
const change: Pick<Operation, 'fields' | 'outcome' | 'completion'> = {
	fields: [instance()],
	outcome: (answer, _request, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId') }),
	completion: taskDone,
};

/** Switches the log on. DMS for Kafka API Reference 5.2.14. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create rebalance log',
	description: 'Start logging consumer group rebalances',
	api: 'CreateKafkaRebalanceLogTask',
	request: post(path),
	...change,
	subject: ({ instance_id: id }) => `rebalance log of instance ${String(id)}`,
};

/** Gets the settings of the log. DMS for Kafka API Reference 5.2.13. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get rebalance log',
	description: 'Get whether and where rebalances are logged',
	api: 'ShowKafkaRebalanceLog',
	request: GET(path),
	fields: [instance()],
};

/** Switches the log off. DMS for Kafka API Reference 5.2.15. */
const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop rebalance log',
	description: 'Stop logging consumer group rebalances',
	api: 'StopKafkaRebalanceLogTask',
	request: del(path),
	...change,
	subject: ({ instance_id: id }) => `rebalance log of instance ${String(id)} stopped`,
};

export const rebalanceLog: Resource = {
	value: 'rebalanceLog',
	name: 'Rebalance Log',
	operations: [get, create, stop],
};
