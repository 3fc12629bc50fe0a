import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { connectorTaskRecord } from '../../../api/connectors';
import { recordOf } from '../../../api/records';
import { connectorTask } from './fields';

/** A task of the connector with its settings, without passwords. CKafka DescribeDatahubTask. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get connector task',
	description: 'Get the status and the settings of a connector task',
	api: 'DescribeDatahubTask',
	request: post('/'),
	kind: 'read',
	fields: [connectorTask()],
	outcome: (answer) => singleItem(connectorTaskRecord(recordOf(answer))),
};
