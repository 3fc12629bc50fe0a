import type { IDataObject } from 'n8n-workflow';

import type { FindExisting } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import type { OperationContext } from '../../../shared/contract/context';
import { withInstance } from '../../api/records';
import { listUsers } from '../../api/requests';

/** Every SASL user of the instance; all come in one answer. */
export const usersOf = async (item: OperationContext): Promise<IDataObject[]> =>
	listIn(await item.call(listUsers(item.nodeParameter('instanceId'))), 'users');

/** The user with the name of the one to create. */
export const existingUsers: FindExisting = {
	matches: async (item, { body }) =>
		(await usersOf(item))
			.filter(({ user_name }) => user_name === body?.user_name)
			.map((user) => withInstance(user, item)),
	key: 'user_name',
	createdAt: ({ created_time: time }) => Number(time) || undefined,
};
