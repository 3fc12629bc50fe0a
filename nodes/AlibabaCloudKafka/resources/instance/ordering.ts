import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { orderedBefore } from '../../orders/madeBefore';
import { orderText, placeOrder } from '../../orders/orders';

/** What an order of either kind has in common: it happens once, whatever becomes of its answer. */
export const ordering: Pick<Operation, 'runSteps' | 'subject' | 'madeBefore'> = {
	runSteps: async (item, request) =>
		singleItem({
			...(await item.once(
				'order',
				async () => await placeOrder(item, request),
				(order) => `${orderText(order)} placed`,
			)),
		}),
	subject: orderText,
	madeBefore: orderedBefore(
		"deploy the instance with the operation 'Deploy', or use 'Get' if it is already deployed.",
	),
};
