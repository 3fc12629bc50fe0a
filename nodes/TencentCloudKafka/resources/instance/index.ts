import type { Resource } from '../../../shared/contract/operation';
import { checkBeforeCreate } from './checkBeforeCreate';
import { create } from './create';
import { createSubscription } from './createSubscription';
import { remove } from './delete';
import { deleteSubscription } from './deleteSubscription';
import { get } from './get';
import { getAll } from './getAll';
import { getAllDetailed } from './getAllDetailed';
import { getAttributes } from './getAttributes';
import { getConnection } from './getConnection';
import { getPrice } from './getPrice';
import { getVersions } from './getVersions';
import { renew } from './renew';
import { resize } from './resize';
import { update } from './update';
import { upgradeVersion } from './upgradeVersion';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		getAllDetailed,
		checkBeforeCreate,
		create,
		createSubscription,
		getPrice,
		get,
		getAttributes,
		getConnection,
		getVersions,
		update,
		resize,
		upgradeVersion,
		renew,
		remove,
		deleteSubscription,
	],
};
