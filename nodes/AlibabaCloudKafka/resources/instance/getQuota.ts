import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instance } from '../../fields';

/** Gets what of the quotas is used. GetQuotaTip of the official SDK. */
export const getQuota: Operation = {
	value: 'getQuota',
	name: 'Get Quota',
	action: 'Get quota of instance',
	description: 'Get the quota and usage of topics, partitions, and consumer groups of an instance',
	...readOperation('GetQuotaTip'),
	fields: [instance()],
	outcome: ({ QuotaData }, request) =>
		singleItem({ ...requestParameters(request), ...(QuotaData as IDataObject) }),
};
