import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { resize } from '../../../resources/instance/resize';
import { deprecated } from './deprecated';

/** Resizes an instance under the old path. DMS for Kafka API Reference 7.2.3.2. */
export const resizeInstanceByEngine: Operation = {
	...resize,
	value: 'resizeInstanceByEngine',
	name: 'Resize Instance (Old Path)',
	action: 'Resize instance under old path',
	description: deprecated(
		'add storage or brokers to an instance, or change its flavor',
		'Instance: Resize',
	),
	api: 'ResizeEngineInstance',
	request: post('/v2/kafka/{project_id}/instances/{instance_id}/extend'),
	kind: 'change',
};
