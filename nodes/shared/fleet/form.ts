/** Fields of the fleet's nodes that have a meaning on one cloud only. */
export type OwnField =
	| 'alsoUnclear'
	| 'finishReleased'
	| 'neverDeployedDays'
	| 'releasedButListed'
	| 'skipRecycleBin';

/** What the form of the fleet's nodes says of a cloud: a node without this cloud says nothing of it. */
export interface FleetForm {
	/** Key of an instance, as an example. */
	exampleKey: string;
	/** What reading all regions costs beside the own one: "about 35 more requests for Alibaba Cloud". */
	allRegions: string;
	/** Whether its monitoring calls are counted, and only some of them free. */
	countsMonitoring: boolean;
	/** Descriptions of the fields that this cloud alone has. */
	own: Readonly<Partial<Record<OwnField, string>>>;
}
