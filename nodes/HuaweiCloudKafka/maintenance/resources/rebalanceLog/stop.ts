import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';

/** Turns the log off. DMS for Kafka API Reference 5.2.15; the answer is the ID of a background task. */
export const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop rebalance log',
	description: 'Stop logging consumer group rebalances',
	api: 'StopKafkaRebalanceLogTask',
	request: del('/v2/kafka/{project_id}/instances/{instance_id}/log/rebalance-log'),
	kind: 'change',
	fields: [instance()],
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
	subject: ({ instance_id: id }) => `rebalance log of instance ${String(id)} stopped`,
	completion: taskDone,
};
