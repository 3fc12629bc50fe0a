import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { instanceDetailPages } from '../../api/pages';
import { instance } from '../../fields';
import { simple } from './simple';

const rowOf = (body: IDataObject, { body: asked }: ApiRequest): IDataObject | undefined =>
	instanceDetailPages.rows(body).find(({ InstanceId }) => InstanceId === asked?.InstanceId);

/** The list answers a search for an unknown ID with no rows. */
function found(row?: IDataObject): IDataObject {
	if (row) return row;
	throw new Failure('refused', 'the instance does not exist', {
		advice: 'Check the instance ID and the region. The instance may also have been deleted.',
	});
}

/** Gets one instance. CKafka DescribeInstancesDetail, asked for one ID. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get instance',
	description: 'Get a Kafka instance with its status, network, sizes, billing, and health',
	api: 'DescribeInstancesDetail',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	isMissing: (body, request) => rowOf(body, request) === undefined,
	outcome: (body, request) => singleItem(found(rowOf(body, request))),
	simple,
};
