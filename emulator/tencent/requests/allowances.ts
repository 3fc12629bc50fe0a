import type { JsonSchema, OperationFacts } from '../../core/facts';

const DISK_TYPES: JsonSchema = {
	type: 'string',
	enum: ['CLOUD_SSD', 'CLOUD_BASIC', 'CLOUD_PREMIUM'],
};

/**
 * Parameters that are taken although an operation's description has them otherwise: the China and the
 * international site differ, and the description follows one of them (see its notes).
 */
const ALLOWANCES: Record<string, Record<string, JsonSchema>> = {
	CreateInstancePre: { DiskType: DISK_TYPES },
	CreatePostPaidInstance: {
		DiskType: DISK_TYPES,
		CustomSSLCertId: { type: 'string' },
		StoreQuantityType: { type: 'integer', enum: [0, 1] },
	},
};

/** The description with what both sites take. */
export function withAllowances(facts: OperationFacts): OperationFacts {
	const allowed = ALLOWANCES[facts.operation];
	const { parameters } = facts.request;
	if (!allowed || !parameters.body) return facts;
	const body = { ...parameters.body, properties: { ...parameters.body.properties, ...allowed } };
	return { ...facts, request: { ...facts.request, parameters: { ...parameters, body } } };
}
