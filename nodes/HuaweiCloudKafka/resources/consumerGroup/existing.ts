import type { IDataObject } from 'n8n-workflow';

import type { FindExisting } from '../../../shared/contract/operation';
import { listMatching } from '../../../shared/request/readList';
import { groupPages } from '../../api/pages';
import { withInstance } from '../../api/records';
import { listGroups } from '../../api/requests';

/** The consumer group with the name of the one to create; the list is filtered by parts of names. */
export const existingGroups: FindExisting = {
	matches: async (item, { body }) => {
		const name = String(body?.group_name);
		const request = listGroups(item.nodeParameter('instanceId'), name);
		const isMeant = ({ group_id }: IDataObject) => group_id === name;
		const found = await listMatching(item, request, groupPages, isMeant);
		return found.map((group) => withInstance(group, item));
	},
	key: 'group_id',
	createdAt: ({ createdAt: time }) => Number(time) || undefined,
};
