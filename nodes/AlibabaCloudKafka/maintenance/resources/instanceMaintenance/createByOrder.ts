import type { Operation } from '../../../../shared/contract/operation';
import { operation } from '../../../api/requests';
import { legacyOrder } from './legacyOrder';

/**
 * Orders a pay-as-you-go instance in the older way. AliKafka API Reference, CreatePostPayOrder; it
 * answers `{ OrderId }`, and the list finds the instance by that.
 */
export const createByOrder: Operation = {
	value: 'createByOrder',
	name: 'Place Order (Legacy)',
	action: 'Place legacy order for instance',
	description: 'Order a pay-as-you-go instance with the older API, which returns only the order ID',
	...operation('create', 'CreatePostPayOrder'),
	billed: true,
	superseded: true,
	...legacyOrder,
};
