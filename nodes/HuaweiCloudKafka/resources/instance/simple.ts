/**
 * What "Simplify" keeps of an instance: the same ten things on every cloud. Huawei Cloud shows no expiry;
 * its address needs the port beside it.
 */
export const simple = [
	'instance_id',
	'name',
	'status',
	'engine_version',
	'specification',
	'total_storage_space',
	'charging_mode',
	'created_at',
	'connect_address',
	'port',
] as const;
