import { Ids } from '../../core/ids';

/** What an account has besides Kafka in a region: networks, elastic IPs, keys. */

export interface Vpc {
	id: string;
	name: string;
	cidr: string;
}

export interface Subnet {
	/** Also the ID of its network. */
	id: string;
	name: string;
	vpcId: string;
	cidr: string;
	/** Empty, as where a subnet spans the zones of its region. */
	zone: string;
	ipv6: boolean;
	/** Addresses without the instances of the emulated Kafka. */
	free: number;
}

export interface SecurityGroup {
	id: string;
	name: string;
	description: string;
}

export interface PublicIp {
	id: string;
	alias: string;
	address: string;
	/** What it is bound to; null while it is free. */
	boundTo: string | null;
}

export interface Key {
	id: string;
	alias: string;
	/** 2 = enabled, 3 = disabled, 4 = to be deleted. */
	state: '2' | '3' | '4';
	isDefault: boolean;
}

/** What a project has. */
export interface Surroundings {
	vpcs: Vpc[];
	subnets: Subnet[];
	securityGroups: SecurityGroup[];
	publicIps: PublicIp[];
	keys: Key[];
}

/**
 * What every project has at first: networks of which two have one name, a subnet that is nearly full, an
 * elastic IP that is bound, a key that is disabled.
 * @param seed the same seed gives the same IDs
 */
export function surroundingsOf(seed: string, region: string): Surroundings {
	const ids = new Ids(seed);
	const vpc = (name: string, cidr: string): Vpc => ({ id: ids.uuid(), name, cidr });
	const vpcs = [
		vpc('orders-vpc', '10.0.0.0/16'),
		vpc('shared-vpc', '10.1.0.0/16'),
		vpc('shared-vpc', '10.2.0.0/16'),
	];
	const subnet = (name: string, of: Vpc, cidr: string, free: number, zone = ''): Subnet => ({
		...{ id: ids.uuid(), name, vpcId: of.id, cidr, zone, ipv6: false, free },
	});
	const key = (alias: string, state: Key['state'], isDefault = false): Key => ({
		...{ id: ids.uuid(), alias, state, isDefault },
	});
	return {
		vpcs,
		subnets: [
			subnet('brokers', vpcs[0], '10.0.0.0/24', 250),
			subnet('brokers-b', vpcs[0], '10.0.1.0/28', 2, `${region}b`),
			subnet('shared', vpcs[1], '10.1.0.0/24', 251, `${region}a`),
			subnet('shared', vpcs[2], '10.2.0.0/24', 251),
		],
		securityGroups: ['default', 'kafka-clients'].map((name) => ({
			id: ids.uuid(),
			name,
			description: name === 'default' ? 'Default security group' : '',
		})),
		publicIps: [1, 2, 3, 4, 5].map((number) => ({
			id: ids.uuid(),
			alias: `kafka-${number}`,
			address: `203.0.113.${number + 9}`,
			boundTo: number === 5 ? ids.uuid() : null,
		})),
		keys: [key('orders-disks', '2'), key('dms/default', '2', true), key('retired', '3')],
	};
}

export interface EnterpriseProject {
	id: string;
	name: string;
	/** 1 = enabled, 2 = disabled. */
	status: 1 | 2;
}

/** The enterprise projects of an account, which are in no region. */
export function enterpriseProjectsOf(seed: string): EnterpriseProject[] {
	const ids = new Ids(seed);
	return [
		{ id: '0', name: 'default', status: 1 },
		{ id: ids.uuid(), name: 'production', status: 1 },
		{ id: ids.uuid(), name: 'closed', status: 2 },
	];
}
