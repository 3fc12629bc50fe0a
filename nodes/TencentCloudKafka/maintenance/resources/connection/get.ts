import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { locator } from '../../../../shared/form/fields';
import { connectionRecord } from '../../../api/connectors';
import { recordOf } from '../../../api/records';

/** A connection of the connector, without its password. CKafka DescribeConnectResource. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get connection',
	description: 'Get the status and the settings of a connection, without its password',
	api: 'DescribeConnectResource',
	request: post('/'),
	kind: 'read',
	fields: [
		locator('ResourceId', 'Connection', {
			name: 'connection',
			required: true,
			search: 'searchConnections',
			by: 'ID',
			placeholder: 'e.g. resource-y9v8e3bl',
			description: 'Connection to get',
		}),
	],
	outcome: (answer) => singleItem(connectionRecord(recordOf(answer))),
};
