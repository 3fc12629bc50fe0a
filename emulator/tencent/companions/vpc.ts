import { refuse, refuseValue, success } from '../answers/errors';
import { freeIn, type SecurityGroup, type Subnet, type Vpc } from '../model/networks';
import type { Handler } from '../requests/context';

/** VPC (2017-03-12): networks to choose from. */

interface ListBody {
	Filters?: Array<{ Name: string; Values?: string[] }>;
	Offset?: string;
	Limit?: string;
	VpcIds?: string[];
	SubnetIds?: string[];
	SecurityGroupIds?: string[];
}

const USUAL_SIZE = 20;
const MOST = 100;

/** What was created long ago. */
const CREATED = '2024-03-10 12:00:00';

/** How a property is compared with the values of a filter; one of them must match. */
type Properties<T> = Readonly<Record<string, (row: T, value: string) => boolean>>;

const flag = (is: boolean, value: string) => (is ? 'TRUE' : 'FALSE') === value.toUpperCase();

/** A page of what IDs or filters leave, with the total. */
function listed<T extends { id: string }>(
	all: readonly T[],
	body: ListBody,
	ids: string[] | undefined,
	properties: Properties<T>,
): { total: number; rows: T[] } {
	const { Filters = [], Offset = '0', Limit = String(USUAL_SIZE) } = body;
	if (ids && Filters.length) {
		refuse('InvalidParameter.Coexist', 'IDs and Filters cannot be given together.');
	}
	if (Number(Limit) > MOST) refuseValue('Limit', `it must be at most ${MOST}`);
	const found = Filters.reduce(
		(rows, { Name, Values = [] }) => {
			const matches = Object.hasOwn(properties, Name) ? properties[Name] : undefined;
			if (!matches) refuse('InvalidFilter', `There is no filter ${Name}.`);
			return rows.filter((row) => Values.some((value) => matches(row, value)));
		},
		all.filter(({ id }) => !ids || ids.includes(id)),
	);
	const first = Number(Offset);
	return { total: found.length, rows: found.slice(first, first + Number(Limit)) };
}

const VPC: Properties<Vpc> = {
	'vpc-id': ({ id }, value) => id === value,
	'vpc-name': ({ name }, value) => name.includes(value),
	'cidr-block': ({ cidr }, value) => cidr === value,
	'is-default': ({ isDefault }, value) => flag(isDefault, value),
};

/** VPCs of the region. */
export const DescribeVpcs: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const { total, rows } = listed(state.networks.of(region).vpcs, body, body.VpcIds, VPC);
	const VpcSet = rows.map(({ id, name, cidr, isDefault }) => ({
		VpcId: id,
		VpcName: name,
		CidrBlock: cidr,
		Ipv6CidrBlock: '',
		IsDefault: isDefault,
		CreatedTime: CREATED,
		DnsServerSet: [],
		TagSet: [],
	}));
	return success({ TotalCount: total, VpcSet });
};

const SUBNET: Properties<Subnet> = {
	'subnet-id': ({ id }, value) => id === value,
	'subnet-name': ({ name }, value) => name.includes(value),
	'vpc-id': ({ vpcId }, value) => vpcId === value,
	zone: ({ zone }, value) => zone === value,
	'cidr-block': ({ cidr }, value) => cidr === value,
};

/** Subnets of the region; each way to an instance has taken an address. */
export const DescribeSubnets: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const { total, rows } = listed(state.networks.of(region).subnets, body, body.SubnetIds, SUBNET);
	const SubnetSet = rows.map((subnet) => ({
		SubnetId: subnet.id,
		SubnetName: subnet.name,
		VpcId: subnet.vpcId,
		Zone: subnet.zone,
		CidrBlock: subnet.cidr,
		IsDefault: false,
		AvailableIpAddressCount: freeIn(subnet, state.instances),
		TotalIpAddressCount: subnet.total,
		CreatedTime: CREATED,
		IsCdcSubnet: 0,
		TagSet: [],
	}));
	return success({ TotalCount: total, SubnetSet });
};

const GROUP: Properties<SecurityGroup> = {
	'security-group-id': ({ id }, value) => id === value,
	'security-group-name': ({ name }, value) => name.includes(value),
};

/** Security groups of the region. */
export const DescribeSecurityGroups: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const all = state.networks.of(region).securityGroups;
	const { total, rows } = listed(all, body, body.SecurityGroupIds, GROUP);
	const SecurityGroupSet = rows.map(({ id, name, description, isDefault }) => ({
		SecurityGroupId: id,
		SecurityGroupName: name,
		SecurityGroupDesc: description,
		ProjectId: '0',
		IsDefault: isDefault,
		CreatedTime: CREATED,
		UpdateTime: CREATED,
		TagSet: [],
	}));
	return success({ TotalCount: total, SecurityGroupSet });
};
