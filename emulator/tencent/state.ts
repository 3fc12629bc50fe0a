/** An instance of CKafka in short form. */
export interface TencentInstance {
	/** Region code, such as ap-guangzhou. */
	region: string;
	InstanceId: string;
	InstanceName: string;
	/** -1 failed, 0 creating, 1 running, 2 deleting, 3 deleted, 5 isolated, 7 upgrading. */
	Status: number;
	VpcId?: string;
	Tags?: Array<{ TagKey: string; TagValue: string }>;
}

/** Everything the emulated Tencent Cloud holds. */
export class TencentState {
	/** Instances of all regions. */
	readonly instances: TencentInstance[] = [];
	/**
	 * What CheckRechargeKafkaServer finds, by instance ID or server address: 0 reachable, otherwise
	 * -1 to -11. Whatever is not listed is reachable if it is a running instance or an address.
	 */
	readonly reachability = new Map<string, number>();
}
