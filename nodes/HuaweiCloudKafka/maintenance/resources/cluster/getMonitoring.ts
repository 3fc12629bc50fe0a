import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';

/** Gets dimensions and metrics for Cloud Eye. DMS for Kafka API Reference 5.10.4. */
export const getMonitoring: Operation = {
	value: 'getMonitoring',
	name: 'Get Monitoring Dimensions',
	action: 'Get monitoring dimensions of cluster',
	description: 'Get the Cloud Eye monitoring dimensions and metrics of the instance',
	api: 'ShowCesHierarchy',
	request: get('/v2/{project_id}/instances/{instance_id}/ces-hierarchy'),
	kind: 'read',
	fields: [instance()],
};
