import type { Resource } from '../../../shared/contract/operation';
import { checkBeforeCreate } from './checkBeforeCreate';
import { convertToSubscription } from './convertToSubscription';
import { create } from './create';
import { createAndDeploy } from './createAndDeploy';
import { createSubscription } from './createSubscription';
import { remove } from './delete';
import { deleteCompletely } from './deleteCompletely';
import { deploy } from './deploy';
import { get } from './get';
import { getAll } from './getAll';
import { getAllIds } from './getAllIds';
import { getConnection } from './getConnection';
import { getQuota } from './getQuota';
import { release } from './release';
import { rename } from './rename';
import { reopen } from './reopen';
import { stop } from './stop';
import { updateConfiguration } from './updateConfiguration';
import { upgrade } from './upgrade';
import { upgradeSubscription } from './upgradeSubscription';
import { upgradeVersion } from './upgradeVersion';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		get,
		checkBeforeCreate,
		createAndDeploy,
		create,
		createSubscription,
		deploy,
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
		remove,
		deleteCompletely,
	],
};
