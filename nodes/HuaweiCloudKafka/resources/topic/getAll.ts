import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { topicPages } from '../../api/pages';
import { instance } from '../../fields';
import { simple } from './simple';

/** Lists topics. DMS for Kafka API Reference 5.4.5. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topics',
	description: 'Get many topics of an instance',
	api: 'ListInstanceTopics',
	request: get('/v2/{project_id}/instances/{instance_id}/topics'),
	kind: 'read',
	fields: [instance()],
	pages: topicPages,
	simple,
};
