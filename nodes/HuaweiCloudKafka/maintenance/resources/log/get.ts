import type { Operation } from '../../../../shared/contract/operation';
import { get as GET } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';
import { logType, ofLog, recordsIn } from './fields';

/** Gets the state of a log. DMS for Kafka API Reference, ShowKafkaLogTask; none if it was never on. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get log',
	description: 'Get whether and where rebalances or topic changes are logged',
	api: 'ShowKafkaLogTask',
	request: GET('/v2/{project_id}/kafka/instances/{instance_id}/logs/{log_type}'),
	kind: 'read',
	fields: [instance(), logType()],
	outcome: (body, _request, item) => {
		const records = recordsIn(body);
		const shown = records.length > 0 ? records : [ofLog({ status: 'CLOSE' }, item)];
		return shown.map((json) => ({ json }));
	},
};
