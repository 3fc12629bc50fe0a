import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { wholeList } from '../../../api/pages';
import { instance } from '../../../fields';
import { deprecated } from './deprecated';

/** Lists topics with V1. DMS for Kafka API Reference 7.1.1.8; all come in one answer. */
export const v1GetTopics: Operation = {
	value: 'v1GetTopics',
	name: 'Get Many Topics (V1)',
	action: 'Get many topics with V1',
	description: deprecated('get many topics of an instance', 'Topic: Get Many'),
	api: 'V1ListTopics',
	request: get('/v1.0/{project_id}/instances/{instance_id}/topics'),
	kind: 'read',
	fields: [instance()],
	pages: wholeList('topics', 'id'),
};
