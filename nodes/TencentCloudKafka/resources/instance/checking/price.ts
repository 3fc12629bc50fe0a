import type { IDataObject } from 'n8n-workflow';

import { countIn } from '../../../../shared/contract/pages';
import type { Check } from '../../../../shared/request/checking';
import { ok, warning } from '../../../../shared/request/checking';
import { read as readRequest } from '../../../api/requests';
import { orderOf } from './order';

/** The question for what an order costs by the hour. */
function question(body: IDataObject) {
	const order = orderOf(body);
	return readRequest('InquireCkafkaPrice', {
		InstanceType: order.edition,
		InstanceChargeParam: { InstanceChargeType: 'POSTPAID_BY_HOUR' },
		InstanceNum: order.count,
		Bandwidth: order.bandwidth,
		InquiryDiskParam: {
			DiskType: order.diskType,
			// Elastic storage is billed by use, beyond what is quoted.
			DiskSize: order.diskSize ?? 0,
		},
		MessageRetention: Math.ceil(order.hours),
		Topic: order.topics,
		Partition: order.partitions,
		ZoneIds: order.zones,
		CategoryAction: 'purchase',
		...(order.publicBandwidth > 0 && {
			PublicNetworkParam: {
				PublicNetworkChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
				PublicNetworkMonthly: order.publicBandwidth,
			},
		}),
	});
}

/** Whole numbers and cents are both prices. */
const amountOf = (price: unknown): number | undefined => {
	const value = (price as IDataObject | null | undefined)?.DiscountPrice;
	return typeof value === 'number' && Number.isFinite(value) ? value : countIn(value);
};

/** What the order costs, all instances together. */
export const price: Check = {
	name: 'Price',
	permission: 'ckafka:InquireCkafkaPrice',
	// Its words are about the price alone, and private clouds have none.
	isElsewhere: true,
	async look(read, body) {
		const answer = await read.answer(question(body));
		const instance = answer.InstancePrice as IDataObject | null | undefined;
		const amounts = [instance, answer.PublicNetworkBandwidthPrice].map(amountOf);
		if (amounts[0] === undefined) {
			return warning('the service quotes no price', 'Look it up in the price list.');
		}
		const sum = Math.round(amounts.reduce<number>((all, one) => all + (one ?? 0), 0) * 1e6) / 1e6;
		const { count } = orderOf(body);
		const currency = instance?.Currency ? `${String(instance.Currency)} ` : '';
		return ok(
			`${currency}${sum} per hour for ${count === 1 ? '1 instance' : `${count} instances`}`,
		);
	},
};
