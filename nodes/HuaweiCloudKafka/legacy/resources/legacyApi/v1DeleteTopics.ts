import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { remove } from '../../../resources/topic/delete';
import { deprecated } from './deprecated';

/** Deletes topics with V1. DMS for Kafka API Reference 7.1.1.9; a result for each topic. */
export const v1DeleteTopics: Operation = {
	...remove,
	value: 'v1DeleteTopics',
	name: 'Delete Topics (V1)',
	action: 'Delete topics with V1',
	description: deprecated('delete topics and all their messages', 'Topic: Delete'),
	api: 'V1BatchDeleteTopics',
	request: post('/v1.0/{project_id}/instances/{instance_id}/topics/delete'),
	kind: 'delete',
	completion: undefined,
};
