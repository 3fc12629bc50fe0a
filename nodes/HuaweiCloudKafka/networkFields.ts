import type { Field } from '../shared/contract/field';
import type { ApiRequest } from '../shared/contract/vendor';
import { looked, lookedSeveral } from '../shared/form/fields';
import {
	encryptionKeys,
	enterpriseProjects,
	publicIps,
	securityGroups,
	subnets,
	subnetsOfAll,
	vpcs,
} from './api/lookups';

/** Fields that take what other services list; each takes an ID or a name. */

export const vpc = (): Field =>
	looked('vpc_id', 'VPC', {
		search: 'searchVpcs',
		lookup: vpcs,
		required: true,
		placeholder: 'e.g. 1e93f86e-13af-46c8-97d6-d40fa62b76c2',
		description: 'VPC of the instance; cannot be changed later',
	});

export const subnet = (): Field =>
	looked('subnet_id', 'Subnet', {
		search: 'searchSubnets',
		lookup: subnets,
		required: true,
		placeholder: 'e.g. b5fa806c-35e7-4299-b659-b39398dd4718',
		description: 'Subnet in the VPC, with one free address per broker',
	});

export const standbySubnet = (): Field =>
	looked('second_tenant_subnet_id', 'Standby Subnet', {
		search: 'searchAllSubnets',
		lookup: subnetsOfAll,
		description: 'Subnet for new brokers; contact customer service before using it',
	});

export const securityGroup = (required = false): Field =>
	looked('security_group_id', 'Security Group', {
		search: 'searchSecurityGroups',
		lookup: securityGroups,
		required,
		placeholder: 'e.g. 8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
		description: 'Security group whose rules determine which clients can reach the instance',
	});

export const encryptionKey = (): Field =>
	looked('disk_encrypted_key', 'Disk Encryption Key', {
		search: 'searchKeys',
		lookup: encryptionKeys,
		placeholder: 'e.g. 0d0466b0-e727-4d9c-b35d-f84bb474a37f',
		description: 'Key of the Key Management Service with which disks are encrypted',
	});

/**
 * An enterprise project.
 *
 * @param sentIn Where it travels
 */
export const enterpriseProject = (description: string, sentIn: 'body' | 'query' = 'body'): Field =>
	looked('enterprise_project_id', 'Enterprise Project', {
		search: 'searchEnterpriseProjects',
		lookup: enterpriseProjects,
		sentIn,
		placeholder: 'e.g. 0aad99bc-f5f6-4f78-8404-c598d76b0ed2',
		description,
	});

/** Elastic IPs, which travel as one text: see `joinPublicIps`. */
export const elasticIps = (
	hint: string,
	more: { required?: boolean; show?: Record<string, string[]> } = {},
): Field =>
	lookedSeveral('publicip_id', 'Elastic IP Names or IDs', {
		load: 'getPublicIps',
		lookup: publicIps,
		hint,
		...more,
	});

/** Puts the elastic IPs of a request into the one text with commas that the API wants. */
export function joinPublicIps({ body }: ApiRequest): void {
	const ids = body?.publicip_id;
	if (body && Array.isArray(ids)) body.publicip_id = ids.join(',');
}
