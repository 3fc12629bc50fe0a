import type { IDataObject } from 'n8n-workflow';

/** What an order buys, with the service's defaults for what is not said (facts of CreatePostPaidInstance). */
export interface Order {
	name: string;
	/** Numbers of zones, that of the default access point first. */
	zones: number[];
	edition: string;
	kafkaVersion: string;
	/** MB/s. */
	bandwidth: number;
	/** GB; nothing with elastic storage, which grows. */
	diskSize?: number;
	diskType: string;
	partitions: number;
	topics: number;
	/** Message retention. */
	hours: number;
	count: number;
	/** Mbps beyond the free ones. */
	publicBandwidth: number;
}

const number = (value: unknown, otherwise: number) =>
	value === undefined ? otherwise : Number(value);

/** Reads the body of a purchase. */
export function orderOf(body: IDataObject): Order {
	const first = Number(body.ZoneId);
	const others = ((body.ZoneIds ?? []) as number[]).map(Number).filter((id) => id !== first);
	return {
		name: String(body.InstanceName),
		zones: [first, ...others],
		edition: String(body.SpecificationsType ?? 'profession'),
		kafkaVersion: String(body.KafkaVersion ?? '2.4.1'),
		bandwidth: number(body.BandWidth, 40),
		diskSize: Number(body.StoreQuantityType) === 1 ? undefined : number(body.DiskSize, 500),
		diskType: String(body.DiskType ?? 'CLOUD_BASIC'),
		partitions: number(body.Partition, 800),
		topics: number(body.TopicNum, 800),
		hours: number(body.MsgRetentionTime, 1440) / 60,
		count: number(body.InstanceNum, 1),
		publicBandwidth: number(body.PublicNetworkMonthly, 0),
	};
}
