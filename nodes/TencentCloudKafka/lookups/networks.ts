import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
import type { Lookup, LookupEntry } from '../../shared/contract/lookup';
import type { Pages } from '../../shared/contract/pages';
import { freeAddresses } from '../../shared/request/lookUp';
import { paged } from '../api/pages';
import { read } from '../api/requests';
import { isZone } from '../api/zones';

/** Networks that instances and routes are put into. VPC 2017-03-12. */

/** Most entries of a page. */
const SIZE = 100;

/** VPC takes the numbers of a page as text. */
const pages = (list: string, key: string): Pages => ({
	...paged(list, key, SIZE),
	at: (offset, limit) => ({ Offset: String(offset), Limit: String(limit) }),
});

const details = (...parts: unknown[]): string[] =>
	parts.filter((part) => !isBlank(part)).map(String);

/** ID and name of a row; what has no name is told by its ID. */
const named = (row: IDataObject, kind: string, ...more: unknown[]): LookupEntry => ({
	id: String(row[`${kind}Id`]),
	...(!isBlank(row[`${kind}Name`]) && { name: String(row[`${kind}Name`]) }),
	details: details(...more),
});

export const vpcs: Lookup = {
	what: 'VPC',
	plural: 'VPCs',
	permission: 'vpc:DescribeVpcs',
	isId: /^vpc-\w+$/,
	request: () => read('DescribeVpcs'),
	pages: pages('VpcSet', 'VpcId'),
	entry: (row) => named(row, 'Vpc', row.CidrBlock),
};

/**
 * Subnets of a VPC, and of a zone where the form has one.
 *
 * @param vpc Name of the node parameter with the VPC
 */
export const subnetsIn = (vpc: string, zone?: string): Lookup => ({
	what: 'subnet',
	plural: 'subnets',
	permission: 'vpc:DescribeSubnets',
	isId: /^subnet-\w+$/,
	within: [
		{ name: vpc, label: 'VPC', lookup: vpcs },
		...(zone ? [{ name: zone, label: 'Zone Name or ID' }] : []),
	],
	request: (chosen) => {
		const id = chosen(vpc) as string | undefined;
		return read('DescribeSubnets', id ? { Filters: [{ Name: 'vpc-id', Values: [id] }] } : {});
	},
	pages: pages('SubnetSet', 'SubnetId'),
	keep: ({ Zone }, chosen) => !zone || isZone(Zone, chosen(zone)) !== false,
	entry: (row) =>
		named(row, 'Subnet', row.CidrBlock, row.Zone, freeAddresses(row.AvailableIpAddressCount)),
});

export const securityGroups: Lookup = {
	what: 'security group',
	plural: 'security groups',
	permission: 'vpc:DescribeSecurityGroups',
	isSubject: true,
	isId: /^sg-\w+$/,
	request: () => read('DescribeSecurityGroups'),
	pages: pages('SecurityGroupSet', 'SecurityGroupId'),
	entry: (row) => named(row, 'SecurityGroup', row.SecurityGroupDesc),
};
