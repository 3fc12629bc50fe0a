import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { text } from '../../../../shared/form/fields';
import { connectionPages } from '../../../api/connectors';
import { nameFilter } from '../../../fields';

/** Lists connections of the connector, without their passwords. CKafka DescribeConnectResources. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many connections',
	description: 'Get many connections that connector tasks use, without their passwords',
	api: 'DescribeConnectResources',
	request: post('/'),
	kind: 'read',
	options: [
		nameFilter('connections'),
		text('Type', 'Type', {
			placeholder: 'e.g. MYSQL',
			description: 'Return only connections to this kind of system',
		}),
		text('ResourceRegion', 'Region', {
			name: 'connectionRegion',
			placeholder: 'e.g. ap-guangzhou',
			description: 'Return only connections in this region, for systems that have one',
		}),
	],
	pages: connectionPages,
	simple: [
		'ResourceId',
		'ResourceName',
		'Type',
		'status',
		'ErrorMessage',
		'DatahubTaskCount',
		'CreateTime',
		'Description',
	],
};
