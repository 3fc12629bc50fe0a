import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { orderText, placeOrder } from '../../orders/orders';

/** What an order of either kind has in common: it happens once, whatever becomes of its answer. */
export const ordering: Pick<Operation, 'perform' | 'subject'> = {
	perform: async (item, request) =>
		one({
			...(await item.once(
				'order',
				async () => await placeOrder(item, request),
				(order) => `${orderText(order)} placed`,
			)),
		}),
	subject: orderText,
};
