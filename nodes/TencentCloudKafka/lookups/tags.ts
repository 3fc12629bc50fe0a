import type { IDataObject } from 'n8n-workflow';

import type { Lookup } from '../../shared/contract/lookup';
import { listIn } from '../../shared/contract/pages';
import { paged } from '../api/pages';
import { read } from '../api/requests';

/** Keys that something of the account can be tagged with; new ones are as good. Tag service. */
export const tagKeys: Lookup = {
	what: 'tag key',
	plural: 'tag keys',
	permission: 'tag:DescribeTagKeys',
	isId: /./,
	// Nobody can set the keys of the system.
	request: () => read('DescribeTagKeys', { Category: 'Custom' }),
	pages: {
		...paged('Tags', 'TagKey', 1000),
		rows: (body) =>
			(listIn(body, 'Tags') as unknown[]).map(
				(TagKey): IDataObject => ({ TagKey: String(TagKey) }),
			),
		numbered: true,
	},
	entry: ({ TagKey }) => ({ id: String(TagKey) }),
};
