import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { recyclePages } from '../../api/pages';
import { isKafka } from '../../api/records';

/** Lists the recycle bin. DMS for Kafka API Reference, ShowRecycleInstances; all come in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances in recycle bin',
	description:
		'Get many deleted instances that the recycle bin keeps; their storage is still billed',
	api: 'ShowRecycleInstances',
	request: get('/v2/{project_id}/recycle'),
	kind: 'read',
	pages: recyclePages,
	// The bin is shared with the other engines.
	keep: () => isKafka,
};
