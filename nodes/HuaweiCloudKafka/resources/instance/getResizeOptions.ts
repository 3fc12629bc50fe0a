import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { instance } from '../../fields';

/** Lists the flavors that an instance can be resized to. DMS for Kafka API Reference 5.3.2. */
export const getResizeOptions: Operation = {
	value: 'getResizeOptions',
	name: 'Get Resize Options',
	action: 'Get resize options of instance',
	description: 'Get the flavors that an instance can be resized to, with their limits',
	api: 'ShowKafkaInstanceExtendProductInfo',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/extend'),
	kind: 'read',
	constant: { query: { type: 'advanced' } },
	fields: [instance()],
	outcome: entries('products'),
};
