import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { getResizeOptions } from '../../../resources/instance/getResizeOptions';
import { deprecated } from './deprecated';

/**
 * Lists the flavors that an instance can be resized to, under the old path. DMS for Kafka API
 * Reference 7.2.3.1.
 */
export const getResizeOptionsByEngine: Operation = {
	...getResizeOptions,
	value: 'getResizeOptionsByEngine',
	name: 'Get Resize Options (Old Path)',
	action: 'Get resize options under old path',
	description: deprecated(
		'get the flavors that an instance can be resized to',
		'Instance: Get Resize Options',
	),
	api: 'ShowEngineInstanceExtendProductInfo',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/extend'),
	kind: 'read',
};
