import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instance } from '../../fields';

/** Lists who may connect. AliKafka API Reference, GetAllowedIpList; the lists are bare. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get allowed IP addresses',
	description:
		'Get the IP addresses that are allowed to connect to an instance, by network and port',
	...readOperation('GetAllowedIpList'),
	fields: [instance()],
	outcome: ({ AllowedList: allowed }, request) =>
		singleItem({ ...requestParameters(request), ...(allowed as IDataObject | undefined) }),
};
