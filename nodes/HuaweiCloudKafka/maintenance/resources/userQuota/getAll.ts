import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { userQuotaPages } from '../../../api/pages';
import { instance } from '../../../fields';

/** Lists quotas. DMS for Kafka API Reference 5.2.10. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many user or client quotas',
	description: 'Get many user and client quotas',
	api: 'ShowKafkaUserClientQuota',
	request: get('/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota'),
	kind: 'read',
	fields: [instance()],
	pages: userQuotaPages,
};
