import type { Resource } from '../../../shared/contract/operation';
import { updateConfiguration } from './configuration';
import { create, createSubscription } from './create';
import { createAndDeploy } from './createAndDeploy';
import { createByOrder, createSubscriptionByOrder } from './createByOrder';
import { deleteCompletely } from './deleteCompletely';
import { deploy } from './deploy';
import { get, getAllIds, getQuota } from './get';
import { getAll } from './getAll';
import { getConnection } from './getConnection';
import { deleteOne, release, rename, reopen, stop } from './life';
import { convertToSubscription, upgrade, upgradeSubscription, upgradeVersion } from './upgrade';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		create,
		createAndDeploy,
		createSubscription,
		createByOrder,
		createSubscriptionByOrder,
		deploy,
		get,
		getAllIds,
		getConnection,
		getQuota,
		rename,
		updateConfiguration,
		upgrade,
		upgradeSubscription,
		upgradeVersion,
		convertToSubscription,
		stop,
		reopen,
		release,
		deleteOne,
		deleteCompletely,
	],
};
