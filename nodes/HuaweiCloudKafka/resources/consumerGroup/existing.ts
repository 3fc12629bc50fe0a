import type { IDataObject } from 'n8n-workflow';

import type { FindExisting } from '../../../shared/contract/operation';
import type { OperationContext } from '../../../shared/contract/context';
import { listAll } from '../../../shared/request/readList';
import { groupPages } from '../../api/pages';
import { withInstance } from '../../api/records';
import { listGroups } from '../../api/requests';
import { rowsGone } from '../../completions/rows';

/** Consumer groups of the instance whose name contains a text, by default all. */
export const groupsOf = async (item: OperationContext, part?: string): Promise<IDataObject[]> =>
	await listAll(item, listGroups(item.nodeParameter('instanceId'), part), groupPages);

/**
 * Whether a group is one no more: the service may still answer for a while with this state
 * (terraform-provider-huaweicloud #8552).
 */
export const isDead = ({ state }: IDataObject): boolean =>
	String(state ?? '').toUpperCase() === 'DEAD';

/** The consumer group with the name of the one to create; the list is filtered by parts of names. */
export const existingGroups: FindExisting = {
	matches: async (item, { body }) => {
		const name = String(body?.group_name);
		return (await groupsOf(item, name))
			.filter(({ group_id }) => group_id === name)
			.map((group) => withInstance(group, item));
	},
	isOver: isDead,
	key: 'group_id',
	createdAt: ({ createdAt: time }) => Number(time) || undefined,
};

/** The end of a deletion: the list shows the group for some seconds more. */
export const groupGone = rowsGone(
	'consumer group',
	'group_id',
	async (item, { group_id: name }) => await groupsOf(item, String(name)),
	isDead,
);
