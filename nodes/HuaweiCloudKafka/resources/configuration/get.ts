import type { Operation } from '../../../shared/contract/operation';
import { get as GET, entries } from '../../../shared/contract/operation';
import { instance } from '../../fields';

/** Lists the parameters. DMS for Kafka API Reference 5.1.7; all values are text. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get configuration',
	description: 'Get the parameters of an instance with their current and allowed values',
	api: 'ShowInstanceConfigs',
	request: GET('/v2/{project_id}/instances/{instance_id}/configs'),
	kind: 'read',
	fields: [instance()],
	outcome: entries('kafka_configs'),
};
