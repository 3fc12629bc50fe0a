import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { instanceDetailPages } from '../../api/pages';
import { instance } from '../../fields';
import { simple } from './simple';

/** The list answers a search for an unknown ID with no rows. */
function found(rows: IDataObject[], id: unknown): IDataObject {
	const row = rows.find(({ InstanceId }) => InstanceId === id);
	if (row) return row;
	throw new Failure('refused', 'the instance does not exist', {
		advice: 'Check the instance ID and the region. A new instance is listed after a few seconds.',
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
	outcome: (body, request) =>
		singleItem(found(instanceDetailPages.rows(body), request.body?.InstanceId)),
	simple,
};
