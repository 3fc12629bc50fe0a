import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { serverPages } from '../../../api/pages';
import { instance } from '../../../fields';

/** Lists the servers behind an instance. CKafka DescribeCvmInfo; `InstanceId` of a row is the server. */
export const getServers: Operation = {
	value: 'getServers',
	name: 'Get Servers',
	action: 'Get servers of instance',
	description:
		'Get the IDs and IP addresses of the servers behind a Pro Edition instance; other editions have none to show',
	api: 'DescribeCvmInfo',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	pages: serverPages,
};
