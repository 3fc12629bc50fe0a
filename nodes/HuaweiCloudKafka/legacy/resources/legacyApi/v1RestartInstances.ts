import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { restart } from '../../../resources/instance/restart';
import { deprecated } from './deprecated';

/** Restarts instances with V1. DMS for Kafka API Reference 7.1.1.5. */
export const v1RestartInstances: Operation = {
	...restart,
	value: 'v1RestartInstances',
	name: 'Restart Instances (V1)',
	action: 'Restart instances with V1',
	description: deprecated('restart one or more instances', 'Instance: Restart'),
	api: 'V1BatchRestartOrDeleteInstances',
	request: post('/v1.0/{project_id}/instances/action'),
	kind: 'change',
};
