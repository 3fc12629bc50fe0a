import { regionId } from './catalogue';
import type { Instance } from './instance';

/** A virtual private cloud. */
export interface Vpc {
	id: string;
	name: string;
	cidr: string;
	isDefault: boolean;
}

/** A subnet, which is in one zone. */
export interface Subnet {
	id: string;
	name: string;
	vpcId: string;
	/** Name of the zone as VPC has it: ap-guangzhou-1. */
	zone: string;
	cidr: string;
	/** Addresses for use, and how many of them nothing of Kafka has taken yet. */
	total: number;
	free: number;
}

/** A security group; it is of a region, not of a VPC. */
export interface SecurityGroup {
	id: string;
	name: string;
	description: string;
	isDefault: boolean;
}

/** What the account has of networks in one region. */
export interface Network {
	vpcs: Vpc[];
	subnets: Subnet[];
	securityGroups: SecurityGroup[];
}

/** Region in which everything has the IDs that instances have by default. */
const MAIN = 'ap-guangzhou';

/** Two VPCs of one name, a subnet that is nearly full, and subnets in three zones. */
function firstOf(region: string): Network {
	const id = (text: string) => (region === MAIN ? text : `${text}${regionId(region)}`);
	const subnet = (one: string, name: string, vpc: string, zone: number, third: number) => ({
		id: id(`subnet-${one}`),
		name,
		vpcId: id(`vpc-${vpc}`),
		zone: `${region}-${zone}`,
		cidr: `10.0.${third}.0/24`,
		total: 253,
		free: 250,
	});
	return {
		vpcs: [
			{ id: id('vpc-emulator1'), name: 'orders-vpc', cidr: '10.0.0.0/16', isDefault: true },
			{ id: id('vpc-shared01'), name: 'shared', cidr: '172.16.0.0/16', isDefault: false },
			{ id: id('vpc-shared02'), name: 'shared', cidr: '172.17.0.0/16', isDefault: false },
		],
		subnets: [
			subnet('emulator', 'orders-a', 'emulator1', 1, 1),
			subnet('orders02', 'orders-b', 'emulator1', 2, 2),
			{
				...subnet('narrow01', 'orders-narrow', 'emulator1', 1, 3),
				cidr: '10.0.3.0/29',
				total: 5,
				free: 1,
			},
			{ ...subnet('shared01', 'shared-a', 'shared01', 1, 0), cidr: '172.16.0.0/24' },
			{ ...subnet('shared02', 'shared-c', 'shared02', 3, 0), cidr: '172.17.0.0/24' },
		],
		securityGroups: [
			{ id: id('sg-emulator1'), name: 'default', description: '', isDefault: true },
			{
				id: id('sg-kafka001'),
				name: 'kafka-clients',
				description: 'Kafka clients',
				isDefault: false,
			},
		],
	};
}

/** The networks of an account, region by region. */
export class Networks {
	private readonly regions = new Map<string, Network>();

	/** The networks of a region, for a test to change, too. */
	of(region: string): Network {
		const known = this.regions.get(region) ?? firstOf(region);
		this.regions.set(region, known);
		return known;
	}
}

/** Addresses that are left in a subnet: each route into it has taken one. */
export function freeIn({ id, free }: Subnet, instances: readonly Instance[]): number {
	const routes = instances.flatMap((instance) => instance.routes);
	return Math.max(0, free - routes.filter(({ subnetId }) => subnetId === id).length);
}
