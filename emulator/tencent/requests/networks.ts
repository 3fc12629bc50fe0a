import { refuse } from '../answers/errors';
import { zoneName } from '../model/catalogue';
import { freeIn } from '../model/networks';
import type { Context } from './context';

/** Which network something is to be put into. */
interface Place {
	VpcId: string;
	SubnetId: string;
	/** Numbers of zones, where it is to be in one of them. */
	zones?: readonly number[];
}

const noVpc = (id: string): never =>
	refuse('InvalidParameterValue.VpcIdInvalid', `The VPC ${id} does not exist.`);

const noSubnet = (id: string): never =>
	refuse('InvalidParameterValue.SubnetIdInvalid', `The subnet ${id} does not exist.`);

/** Refuses network IDs that cannot be any and, where the rule is on, those of no network. */
export function checkNetwork(context: Context, { VpcId, SubnetId, zones }: Place): void {
	if (!/^vpc-\w+$/.test(VpcId)) noVpc(VpcId);
	if (!/^subnet-\w+$/.test(SubnetId)) noSubnet(SubnetId);
	const { state, region } = context;
	if (!state.rules.networksExist) return;
	const { vpcs, subnets } = state.networks.of(region);
	if (!vpcs.some(({ id }) => id === VpcId)) noVpc(VpcId);
	const subnet = subnets.find(({ id, vpcId }) => id === SubnetId && vpcId === VpcId);
	if (!subnet) return noSubnet(SubnetId);
	if (zones && !zones.some((id) => zoneName(region, id) === subnet.zone)) {
		const text = `The subnet ${SubnetId} is in ${subnet.zone}.`;
		refuse('InvalidParameterValue.SubnetNotBelongToZone', text);
	}
	if (freeIn(subnet, state.instances) === 0) {
		refuse('ResourceInsufficient', `The subnet ${SubnetId} has no addresses left.`);
	}
}
