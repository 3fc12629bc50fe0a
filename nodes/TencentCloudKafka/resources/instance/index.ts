import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { createSubscription } from './createSubscription';
import { deletePayAsYouGo, deleteSubscription } from './delete';
import { get, getAttributes } from './get';
import { getConnection } from './getConnection';
import { getPrice } from './getPrice';
import { getAll, getAllDetailed } from './lists';
import { resize } from './resize';
import { update } from './update';
import { renew, upgradeVersion } from './upgrade';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		getAllDetailed,
		create,
		createSubscription,
		getPrice,
		get,
		getAttributes,
		getConnection,
		update,
		resize,
		upgradeVersion,
		renew,
		deletePayAsYouGo,
		deleteSubscription,
	],
};
