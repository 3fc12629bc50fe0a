import { createHash } from 'node:crypto';

/** A virtual private cloud. */
export interface Vpc {
	id: string;
	name: string;
	cidr: string;
	isDefault: boolean;
	resourceGroupId: string;
}

/** A vSwitch, which is in one zone of one VPC. */
export interface VSwitch {
	id: string;
	name: string;
	vpcId: string;
	/** In full: cn-hangzhou-h. */
	zoneId: string;
	cidr: string;
	/** Addresses that are left. */
	free: number;
}

/** A security group of a VPC. */
export interface SecurityGroup {
	id: string;
	name: string;
	vpcId: string;
	type: 'normal' | 'enterprise';
	/** Whether a cloud service made it for itself. */
	isManaged: boolean;
}

/** What the account has of networks in one region. */
export interface Network {
	vpcs: Vpc[];
	vSwitches: VSwitch[];
	securityGroups: SecurityGroup[];
}

/** Region in which everything has the IDs that instances have by default. */
const MAIN = 'cn-hangzhou';

/** The same ID each time, another one in each region. */
function idIn(region: string, kind: string, name: string): string {
	if (region === MAIN) return `${kind}-bp1${name.padEnd(18, '0')}`;
	const digest = createHash('md5').update(`${region}/${kind}/${name}`).digest('hex');
	return `${kind}-${digest.slice(0, 20)}`;
}

/** Two VPCs of one name, vSwitches in three zones, one with few addresses, one with none. */
function firstOf(region: string): Network {
	const vpc = (key: string, name: string, cidr: string, isDefault = false): Vpc => ({
		id: idIn(region, 'vpc', key),
		name,
		cidr,
		isDefault,
		resourceGroupId: 'rg-default',
	});
	const vSwitch = (
		key: string,
		name: string,
		home: string,
		zone: string,
		[cidr, free]: [string, number],
	): VSwitch => ({
		id: idIn(region, 'vsw', key),
		name,
		vpcId: idIn(region, 'vpc', home),
		zoneId: `${region}-${zone}`,
		cidr,
		free,
	});
	const group = (key: string, name: string, home: string): SecurityGroup => ({
		id: idIn(region, 'sg', key),
		name,
		vpcId: idIn(region, 'vpc', home),
		type: 'normal',
		isManaged: false,
	});
	return {
		vpcs: [
			vpc('emulator', 'orders-vpc', '10.0.0.0/16', true),
			vpc('shared1', 'shared', '172.16.0.0/16'),
			vpc('shared2', 'shared', '172.17.0.0/16'),
		],
		vSwitches: [
			vSwitch('emulator', 'orders-h', 'emulator', 'h', ['10.0.1.0/24', 250]),
			vSwitch('orders2', 'orders-i', 'emulator', 'i', ['10.0.2.0/24', 240]),
			vSwitch('narrow', 'orders-narrow', 'emulator', 'h', ['10.0.3.0/29', 2]),
			vSwitch('full', 'orders-full', 'emulator', 'j', ['10.0.4.0/29', 0]),
			vSwitch('shared1', 'shared-h', 'shared1', 'h', ['172.16.0.0/24', 251]),
			vSwitch('shared2', 'shared-j', 'shared2', 'j', ['172.17.0.0/24', 251]),
		],
		securityGroups: [
			group('emulator', 'kafka-clients', 'emulator'),
			{ ...group('orders2', 'kafka-brokers', 'emulator'), type: 'enterprise' },
			{ ...group('managed', 'alikafka-managed', 'emulator'), isManaged: true },
			group('shared1', 'shared', 'shared1'),
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
