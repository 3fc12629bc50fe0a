import type { Operation } from '../../../shared/contract/operation';
import { get as GET } from '../../../shared/contract/operation';
import { isRecycled } from '../../api/status';
import { recycled } from '../../completions/recycled';
import { instance } from '../../fields';
import { simple } from './simple';

/** Gets one instance. DMS for Kafka API Reference 5.1.3. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get instance',
	description: 'Get a Kafka instance and its status',
	api: 'ShowInstance',
	request: GET('/v2/{project_id}/instances/{instance_id}'),
	kind: 'read',
	fields: [instance()],
	outcome: (record) => [{ json: record, ...(isRecycled(record.status) && { told: recycled() }) }],
	simple,
};
