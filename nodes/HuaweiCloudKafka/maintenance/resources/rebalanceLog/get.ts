import type { Operation } from '../../../../shared/contract/operation';
import { get as GET } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';

/** Gets the settings of the log. DMS for Kafka API Reference 5.2.13. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get rebalance log',
	description: 'Get whether and where rebalances are logged',
	api: 'ShowKafkaRebalanceLog',
	request: GET('/v2/kafka/{project_id}/instances/{instance_id}/log/rebalance-log'),
	kind: 'read',
	fields: [instance()],
};
