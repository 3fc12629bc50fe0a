import type { Resource } from '../../../../shared/contract/operation';
import { createByOrder } from './createByOrder';
import { createSubscriptionByOrder } from './createSubscriptionByOrder';
import { downgrade } from './downgrade';
import { getClients } from './getClients';
import { getRisks } from './getRisks';
import { moveToResourceGroup } from './moveToResourceGroup';
import { setAutoGroupCreation } from './setAutoGroupCreation';
import { setAutoTopicCreation } from './setAutoTopicCreation';

export const instanceMaintenance: Resource = {
	value: 'instanceMaintenance',
	name: 'Instance',
	operations: [
		getRisks,
		getClients,
		setAutoTopicCreation,
		setAutoGroupCreation,
		moveToResourceGroup,
		downgrade,
		createByOrder,
		createSubscriptionByOrder,
	],
};
