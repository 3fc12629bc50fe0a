import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';
import { deprecated } from './deprecated';
import { simple } from './simple';

/** Gets an instance with V1. DMS for Kafka API Reference 7.1.1.2. */
export const v1GetInstance: Operation = {
	value: 'v1GetInstance',
	name: 'Get Instance (V1)',
	action: 'Get instance with V1',
	description: deprecated('get an instance', 'Instance: Get'),
	api: 'V1ShowInstance',
	request: get('/v1.0/{project_id}/instances/{instance_id}'),
	kind: 'read',
	fields: [instance()],
	simple,
};
