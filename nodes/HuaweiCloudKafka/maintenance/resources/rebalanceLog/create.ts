import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';

/** Turns the log on. DMS for Kafka API Reference 5.2.14; the answer is the ID of a background task. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create rebalance log',
	description: 'Start logging consumer group rebalances',
	api: 'CreateKafkaRebalanceLogTask',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/log/rebalance-log'),
	kind: 'change',
	fields: [instance()],
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
	subject: ({ instance_id: id }) => `rebalance log of instance ${String(id)}`,
	completion: taskDone,
};
