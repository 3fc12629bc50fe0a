import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';

/** Lists coordinators. DMS for Kafka API Reference 5.2.6; only while there is Kafka Manager. */
export const getCoordinators: Operation = {
	value: 'getCoordinators',
	name: 'Get Coordinators',
	action: 'Get coordinators of cluster',
	description: 'Get the coordinator broker of each consumer group',
	api: 'ShowCoordinators',
	request: get('/v2/{project_id}/instances/{instance_id}/management/coordinators'),
	kind: 'read',
	fields: [instance()],
	outcome: entries('coordinators'),
};
