import type { Field } from '../shared/contract/field';
import type { Lookup } from '../shared/contract/lookup';
import { looked, lookedSeveral } from '../shared/form/fields';
import type { Common } from '../shared/form/fields/base';
import { securityGroups, subnetsIn, vpcs } from './lookups/networks';

/** Fields for networks, which VPC lists. */

/** Where the VPC of an instance stands in the form, and where that of a route does. */
const INSTANCE_VPC = 'vpcId';
const ROUTE_VPC = 'routeVpc';

const SUBNETS: Readonly<Record<string, Lookup>> = {
	searchSubnets: subnetsIn(INSTANCE_VPC, 'zoneId'),
	searchRouteSubnets: subnetsIn(ROUTE_VPC),
	searchReaderSubnets: subnetsIn(INSTANCE_VPC),
};

/** What the list searches behind these fields search. */
export const NETWORKS: Readonly<Record<string, Lookup>> = {
	searchVpcs: vpcs,
	...SUBNETS,
	searchSecurityGroups: securityGroups,
};

export const vpc = (options: Common): Field =>
	looked('VpcId', 'VPC', {
		placeholder: 'e.g. vpc-rmcgxxxx',
		...options,
		search: 'searchVpcs',
		lookup: vpcs,
	});

const subnet = (search: string, options: Common): Field =>
	looked('SubnetId', 'Subnet', {
		required: true,
		placeholder: 'e.g. subnet-mnzcxxxx',
		...options,
		search,
		lookup: SUBNETS[search],
	});

/** VPC and subnet of something that is put into a zone. */
export const instanceNetwork = (): Field[] => [
	vpc({ name: INSTANCE_VPC, required: true, description: 'VPC of the instance' }),
	subnet('searchSubnets', { description: 'Subnet in the VPC, in the zone of the instance' }),
];

/** VPC and subnet that a route leads from. */
export const routeNetwork = (options: Pick<Common, 'show'>): Field[] => [
	vpc({ ...options, name: ROUTE_VPC, required: true, description: 'VPC of the clients' }),
	subnet('searchRouteSubnets', {
		...options,
		name: 'routeSubnet',
		description: 'Subnet in the VPC that receives the address of the route',
	}),
];

/** VPC and subnet in which something runs that reads an instance. */
export const readerNetwork = (what: string): Field[] => [
	vpc({ name: INSTANCE_VPC, required: true, description: `VPC in which ${what} runs` }),
	subnet('searchReaderSubnets', { description: 'Subnet in the VPC that receives the addresses' }),
];

export const securityGroup = (): Field =>
	looked('SecurityGroupId', 'Security Group', {
		required: true,
		placeholder: 'e.g. sg-k2v8xxxx',
		description: 'Security group of the region',
		search: 'searchSecurityGroups',
		lookup: securityGroups,
	});

export const severalSecurityGroups = (options: Pick<Common, 'required'> = {}): Field =>
	lookedSeveral('SecurityGroupIds', 'Security Group Names or IDs', {
		...options,
		load: 'getSecurityGroups',
		lookup: securityGroups,
		hint: 'In the order in which they apply',
	});
