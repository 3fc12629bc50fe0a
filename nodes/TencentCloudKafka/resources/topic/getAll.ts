import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { topicPages } from '../../api/pages';
import { instance } from '../../fields';
import { topicFilters } from './fields';

/** Lists topics in short. CKafka DescribeTopic. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topics',
	description: 'Get the names and IDs of many topics of an instance',
	api: 'DescribeTopic',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: topicFilters(),
	pages: topicPages,
};
