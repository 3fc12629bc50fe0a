/**
 * What "Simplify" keeps of an instance: the same ten things on every cloud. The list tells the billing
 * mode by the expiry, which is 0 for pay-as-you-go; the address needs the port beside it.
 */
export const simple = [
	'InstanceId',
	'InstanceName',
	'status',
	'Version',
	'InstanceType',
	'DiskSize',
	'CreateTime',
	'ExpireTime',
	'Vip',
	'Vport',
] as const;
