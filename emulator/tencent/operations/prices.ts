import { refuseMissing, refuseValue, success } from '../answers/errors';
import type { InstanceSettings } from '../model/instance';
import type { Context, Handler } from '../requests/context';

interface PriceBody {
	InstanceType: 'standards2' | 'standard' | 'profession' | 'premium';
	InstanceChargeParam?: {
		InstanceChargeType?: 'PREPAID' | 'POSTPAID_BY_HOUR';
		InstanceChargePeriod?: number;
	};
	InstanceNum?: number;
	Bandwidth?: number;
	InquiryDiskParam?: { DiskType?: string; DiskSize?: number };
	MessageRetention?: number;
	Topic?: number;
	Partition?: number;
	CategoryAction?: 'purchase' | 'renew';
	PublicNetworkParam?: { PublicNetworkChargeType?: string; PublicNetworkMonthly?: number };
	InstanceId?: string;
}

/** Made-up prices of a month, in yuan for one unit. */
const MONTHLY = { bandwidth: 10, disk: 0.5, partition: 0.2, topic: 0.1, publicNetwork: 20 };
const PACKAGE = { standards2: 400, standard: 400, profession: 800, premium: 1200 };
const HOURS_PER_MONTH = 720;
const DISCOUNT_PERCENT = 90;
const CURRENCY = 'CNY';

/** What the prices of the parts leave to the whole. */
const UNSAID = { GoodsNum: null, Currency: null, TimeSpan: null, TimeUnit: null };

/** How long and how many. */
interface Terms {
	span: number;
	unit: 'm' | 'h';
	count: number;
}

/** Prices a purchase or a renewal; the amounts are made up and grow with the size. */
export const InquireCkafkaPrice: Handler = (request, context) => {
	const body = request.body as PriceBody;
	const terms = termsOf(body);
	const size = body.CategoryAction === 'renew' ? renewed(body, context) : purchased(body);
	const parts = {
		BandwidthPrice: { price: size.bandwidth * MONTHLY.bandwidth, value: size.bandwidth },
		DiskPrice: { price: size.diskSize * MONTHLY.disk, value: size.diskSize },
		PartitionPrice: { price: size.partitionQuota * MONTHLY.partition, value: size.partitionQuota },
		TopicPrice: { price: size.topicQuota * MONTHLY.topic, value: size.topicQuota },
		InstanceTypePrice: { price: PACKAGE[body.InstanceType], value: 1 },
	};
	const details = Object.entries(parts).map(([name, { price, value }]) => {
		const DiskType = name === 'DiskPrice' ? size.diskType : null;
		return [name, { ...quote(price, terms), ...UNSAID, DiskType, Value: value }];
	});
	const whole = Object.values(parts).reduce((sum, { price }) => sum + price, 0);
	const Result = {
		InstancePrice: {
			...quote(whole, terms),
			DiskType: null,
			Value: null,
			DetailPrices: Object.fromEntries(details),
		},
		PublicNetworkBandwidthPrice: publicPrice(body, terms),
	};
	return success({ Result });
};

function termsOf({ InstanceChargeParam = {}, InstanceNum = 1 }: PriceBody): Terms {
	const { InstanceChargeType = 'PREPAID', InstanceChargePeriod } = InstanceChargeParam;
	if (InstanceChargeType === 'POSTPAID_BY_HOUR') return { span: 1, unit: 'h', count: InstanceNum };
	if (InstanceChargeParam.InstanceChargeType && InstanceChargePeriod === undefined) {
		refuseMissing('InstanceChargeParam.InstanceChargePeriod');
	}
	return { span: InstanceChargePeriod ?? 1, unit: 'm', count: InstanceNum };
}

type Size = Pick<
	InstanceSettings,
	'bandwidth' | 'diskSize' | 'partitionQuota' | 'topicQuota' | 'diskType'
>;

function renewed({ InstanceId }: PriceBody, context: Context): Size {
	if (!InstanceId) refuseMissing('InstanceId');
	const instance = context.instance(InstanceId);
	if (!instance.prePaid) refuseValue('InstanceId', `${InstanceId} is not a prepaid instance`);
	return instance;
}

function purchased(body: PriceBody): Size {
	const { Bandwidth, InquiryDiskParam, MessageRetention, Topic, Partition } = body;
	if (Bandwidth === undefined) refuseMissing('Bandwidth');
	if (InquiryDiskParam?.DiskSize === undefined) refuseMissing('InquiryDiskParam');
	if (MessageRetention === undefined) refuseMissing('MessageRetention');
	if (Topic === undefined) refuseMissing('Topic');
	if (Partition === undefined) refuseMissing('Partition');
	return {
		bandwidth: Bandwidth,
		diskSize: InquiryDiskParam.DiskSize,
		diskType: InquiryDiskParam.DiskType ?? 'CLOUD_BASIC',
		partitionQuota: Partition,
		topicQuota: Topic,
	};
}

function publicPrice(body: PriceBody, terms: Terms): Record<string, unknown> | null {
	const { PublicNetworkMonthly: bandwidth } = body.PublicNetworkParam ?? {};
	if (bandwidth === undefined) return null;
	if (body.InstanceType !== 'profession') {
		refuseValue('PublicNetworkParam', 'only the profession edition has public bandwidth');
	}
	const price = quote(bandwidth * MONTHLY.publicNetwork, terms);
	return { ...price, DiskType: null, Value: bandwidth, DetailPrices: null };
}

function quote(monthly: number, { span, unit, count }: Terms): Record<string, unknown> {
	const one = cents(unit === 'h' ? monthly / HOURS_PER_MONTH : monthly);
	const discounted = cents((one * DISCOUNT_PERCENT) / 100);
	return {
		UnitPrice: one,
		UnitPriceDiscount: discounted,
		OriginalPrice: cents(one * span * count),
		DiscountPrice: cents(discounted * span * count),
		Discount: DISCOUNT_PERCENT,
		GoodsNum: count,
		Currency: CURRENCY,
		TimeSpan: span,
		TimeUnit: unit,
	};
}

const cents = (amount: number) => Math.round(amount * 100) / 100;
