import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { orderText, placeOrder } from '../../orders/orders';

/** What an order of either kind has in common: it happens once, whatever becomes of its answer. */
export const ordering: Pick<Operation, 'runSteps' | 'subject'> = {
	runSteps: async (item, request) =>
		singleItem({
			...(await item.once(
				'order',
				async () => await placeOrder(item, request),
				(order) => `${orderText(order)} placed`,
			)),
		}),
	subject: orderText,
};
