import { countIn } from '../../../../shared/contract/pages';
import { entryLabel } from '../../../../shared/request/lookUp';
import type { Check, Reader } from '../../../../shared/request/checking';
import { ok, problem, warning } from '../../../../shared/request/checking';
import { read as readRequest } from '../../../api/requests';
import { isZone } from '../../../api/zones';
import { subnetsIn, vpcs } from '../../../lookups/networks';
import { orderOf } from './order';

/** The network of a new instance. A filter, unlike a list of IDs, is no failure where it fits nothing. */

const subnets = subnetsIn('vpcId');

const only = (api: string, filter: string, id: unknown) =>
	readRequest(api, { Filters: [{ Name: filter, Values: [String(id)] }], Limit: '1' });

export const vpc: Check = {
	name: 'VPC',
	permission: vpcs.permission,
	isElsewhere: true,
	async look(read, { VpcId: id }) {
		if (id === undefined) return undefined;
		const [row] = vpcs.pages.rows(await read.answer(only('DescribeVpcs', 'vpc-id', id)));
		return row
			? ok(entryLabel(vpcs.entry(row)))
			: problem(`no VPC of this region has the ID ${String(id)}`, "Select another 'VPC'.");
	},
};

const subnetOf = async (read: Reader, id: unknown) =>
	subnets.pages.rows(await read.answer(only('DescribeSubnets', 'subnet-id', id))).at(0);

const OTHER = "Select another 'Subnet'.";

/** Whether the subnet is there, in the VPC, in the zone, and has an address for each instance. */
export const subnet: Check = {
	name: 'Subnet',
	permission: subnets.permission,
	isElsewhere: true,
	async look(read, body) {
		const { SubnetId: id, VpcId: vpcId } = body;
		if (id === undefined) return undefined;
		const { zones, count } = orderOf(body);
		const row = await subnetOf(read, id);
		if (!row) return problem(`no subnet of this region has the ID ${String(id)}`, OTHER);
		const label = entryLabel(subnets.entry(row));
		if (vpcId !== undefined && row.VpcId !== vpcId) {
			return problem(`${label} is in the VPC ${String(row.VpcId)}`, `${OTHER} Or change 'VPC'.`);
		}
		const inZone = zones.map((zone) => isZone(row.Zone, zone));
		if (inZone.every((is) => is === false)) {
			return problem(
				`${label} is in another zone than the instance`,
				`Select a subnet in the zone of the instance, or change 'Zone Name or ID'.`,
			);
		}
		const free = countIn(row.AvailableIpAddressCount);
		if (free !== undefined && free < count) {
			return problem(`${label}: too few for ${count} instances`, `${OTHER} Or free addresses.`);
		}
		if (free === undefined || !inZone.includes(true)) {
			return warning(
				`${label}: its zone or free addresses could not be compared`,
				'Check in the console that it is in the zone of the instance and has free addresses.',
			);
		}
		return ok(label);
	},
};
