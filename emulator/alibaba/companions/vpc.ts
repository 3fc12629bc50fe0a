import { fits, paged, type CompanionHandler, type Paging } from './companion';

/** VPC (2016-04-28): networks to choose from. */

/** What was created long ago. */
const CREATED = '2024-03-10T12:00:00Z';

interface VpcFilter extends Paging {
	RegionId: string;
	VpcId?: string;
	VpcName?: string;
	IsDefault?: boolean;
	ResourceGroupId?: string;
}

/** VPCs of a region. */
export const DescribeVpcs: CompanionHandler = ({ parameters }, { state }) => {
	const given = parameters as unknown as VpcFilter;
	const { vpcs, vSwitches } = state.networks.of(given.RegionId);
	const ids = given.VpcId?.split(',');
	const all = vpcs.filter(
		({ id, name, isDefault, resourceGroupId }) =>
			(ids === undefined || ids.includes(id)) &&
			fits(given.VpcName, name) &&
			fits(given.IsDefault, isDefault) &&
			fits(given.ResourceGroupId, resourceGroupId),
	);
	const { rows, numbers } = paged(all, given);
	const Vpc = rows.map(({ id, name, cidr, isDefault, resourceGroupId }) => ({
		VpcId: id,
		VpcName: name,
		CidrBlock: cidr,
		Status: 'Available',
		IsDefault: isDefault,
		RegionId: given.RegionId,
		ResourceGroupId: resourceGroupId,
		CreationTime: CREATED,
		VSwitchIds: {
			VSwitchId: vSwitches.filter(({ vpcId }) => vpcId === id).map((one) => one.id),
		},
	}));
	return { ...numbers, Vpcs: { Vpc } };
};

interface VSwitchFilter extends Paging {
	RegionId?: string;
	VpcId?: string;
	VSwitchId?: string;
	VSwitchName?: string;
	ZoneId?: string;
}

/** vSwitches of a region; each instance of Kafka in one has taken an address. */
export const DescribeVSwitches: CompanionHandler = ({ parameters }, { state, reject }) => {
	const given = parameters as VSwitchFilter;
	const { RegionId: region } = given;
	if (region === undefined) {
		return reject(400, 'MissingParameter', 'RegionId or VpcId is mandatory for this action.');
	}
	const all = state.networks
		.of(region)
		.vSwitches.filter(
			({ id, name, vpcId, zoneId }) =>
				fits(given.VSwitchId, id) &&
				fits(given.VSwitchName, name) &&
				fits(given.VpcId, vpcId) &&
				fits(given.ZoneId, zoneId),
		);
	const { rows, numbers } = paged(all, given);
	const VSwitch = rows.map(({ id, name, vpcId, zoneId, cidr, free }) => ({
		VSwitchId: id,
		VSwitchName: name,
		VpcId: vpcId,
		ZoneId: zoneId,
		CidrBlock: cidr,
		AvailableIpAddressCount: Math.max(0, free - state.addressesIn(id)),
		Status: 'Available',
		IsDefault: false,
	}));
	return { ...numbers, VSwitches: { VSwitch } };
};
