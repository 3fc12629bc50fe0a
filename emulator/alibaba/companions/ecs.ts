import { fits, type CompanionHandler } from './companion';

/** ECS (2014-05-26): security groups to choose from. */

const CREATED = '2024-03-10T12:00:00Z';
const USUAL_SIZE = 10;

interface GroupFilter {
	RegionId: string;
	VpcId?: string;
	SecurityGroupId?: string;
	SecurityGroupName?: string;
	SecurityGroupType?: string;
	ServiceManaged?: boolean;
	MaxResults?: number;
	NextToken?: string;
}

/** Security groups of a region. The token of a page is where it begins; the last page has none. */
export const DescribeSecurityGroups: CompanionHandler = ({ parameters }, { state, reject }) => {
	const given = parameters as unknown as GroupFilter;
	const { RegionId: region, MaxResults: size = USUAL_SIZE, NextToken: token = '0' } = given;
	if (!/^\d+$/.test(token)) return reject(400, 'InvalidParameter.NextToken', 'NextToken is wrong.');
	const all = state.networks
		.of(region)
		.securityGroups.filter(
			({ id, name, vpcId, type, isManaged }) =>
				fits(given.SecurityGroupId, id) &&
				fits(given.SecurityGroupName, name) &&
				fits(given.VpcId, vpcId) &&
				fits(given.SecurityGroupType, type) &&
				fits(given.ServiceManaged, isManaged),
		);
	const first = Number(token);
	const end = first + size;
	return {
		RegionId: region,
		NextToken: end < all.length ? String(end) : '',
		SecurityGroups: {
			SecurityGroup: all.slice(first, end).map(({ id, name, vpcId, type, isManaged }) => ({
				SecurityGroupId: id,
				SecurityGroupName: name,
				SecurityGroupType: type,
				VpcId: vpcId,
				ServiceManaged: isManaged,
				CreationTime: CREATED,
			})),
		},
	};
};
