/** What "Simplify" keeps of an instance: the same ten things on every cloud. */
export const simple = [
	'InstanceId',
	'Name',
	'status',
	'UpgradeServiceDetailInfo',
	'IoMaxSpec',
	'DiskSize',
	'PaidType',
	'CreateTime',
	'ExpiredTime',
	'DomainEndpoint',
] as const;
