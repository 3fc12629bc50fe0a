import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { wholeList } from '../../api/pages';
import { instance } from '../../fields';

/** Lists SASL users. DMS for Kafka API Reference 5.6.1; all come in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get many SASL users of an instance',
	api: 'ShowInstanceUsers',
	request: get('/v2/{project_id}/instances/{instance_id}/users'),
	kind: 'read',
	fields: [instance()],
	pages: wholeList('users', 'user_name'),
};
