/** An instance as GetInstanceList prints it, with what it was ordered by. */
export interface AlibabaInstance {
	RegionId: string;
	InstanceId: string;
	Name: string;
	ServiceStatus: number;
	Tags?: { TagVO: Array<{ Key: string; Value: string }> };
	[field: string]: unknown;
}

/** Everything the emulated Alibaba Cloud holds. */
export class AlibabaState {
	/** Instances of all regions. */
	readonly instances: AlibabaInstance[] = [];
	/** Order IDs by instance ID. */
	readonly orders = new Map<string, string>();
}
