import type { IDataObject } from 'n8n-workflow';

import type { Lookup } from '../../../../shared/contract/lookup';
import { countIn } from '../../../../shared/contract/pages';
import { entryLabel } from '../../../../shared/request/lookUp';
import {
	encryptionKeys,
	enterpriseProjects,
	publicIps,
	securityGroups,
	subnets,
	vpcs,
} from '../../../api/lookups';
import type { Check } from '../../../../shared/request/checking';
import { ok, problem } from '../../../../shared/request/checking';

/** What other services have of a new instance. */

/** Whether one thing exists that the new instance is to have. */
const existing = (name: string, wireName: string, lookup: Lookup, advice: string): Check => ({
	name,
	permission: lookup.permission,
	isElsewhere: true,
	async look(read, body) {
		const id = body[wireName];
		if (id === undefined) return undefined;
		const rows = (await read.rows(lookup)).filter(
			(row) => lookup.keep?.(row, () => undefined) ?? true,
		);
		const entry = rows.map((row) => lookup.entry(row)).find((one) => one.id === id);
		if (entry) return ok(entryLabel(entry));
		return problem(`no ${lookup.what} that can be used has the ID ${String(id)}`, advice);
	},
});

export const vpc = existing('VPC', 'vpc_id', vpcs, "Select another 'VPC' of this region.");

export const securityGroup = existing(
	'Security Group',
	'security_group_id',
	securityGroups,
	"Select another 'Security Group' of this region.",
);

export const encryptionKey = existing(
	'Disk Encryption Key',
	'disk_encrypted_key',
	encryptionKeys,
	'Select an enabled symmetric key of this region.',
);

export const enterpriseProject = existing(
	'Enterprise Project',
	'enterprise_project_id',
	enterpriseProjects,
	'Select an enabled enterprise project.',
);

const isOn = (row: IDataObject, name: string) => row[name] === true || row[name] === 'true';

/** Whether the subnet is in the VPC, and has an address for each broker. */
export const subnet: Check = {
	name: 'Subnet',
	permission: subnets.permission,
	isElsewhere: true,
	async look(read, body) {
		if (body.subnet_id === undefined) return undefined;
		const rows = await read.rows(subnets, { vpcId: body.vpc_id });
		const row = rows.find(({ id }) => id === body.subnet_id);
		if (!row) {
			const isOther = rows.some((one) => one.neutron_subnet_id === body.subnet_id);
			return problem(
				`the VPC has no subnet with the ID ${String(body.subnet_id)}`,
				isOther
					? "This is the IPv4 subnet ID: use the network ID, or select 'Subnet' from the list."
					: "Select a 'Subnet' of the VPC.",
			);
		}
		const found = entryLabel(subnets.entry(row));
		const [free, brokers] = [countIn(row.available_ip_address_count), Number(body.broker_num)];
		if (free !== undefined && free < brokers) {
			return problem(
				found,
				`The instance needs ${brokers} addresses, one per broker. Select another subnet, or release addresses.`,
			);
		}
		if (row.dhcp_enable === false) {
			return problem(`${found}, without DHCP`, 'Turn DHCP on for the subnet, or select another.');
		}
		if (body.ipv6_enable === true && !isOn(row, 'ipv6_enable')) {
			return problem(`${found}, without IPv6`, "Select a subnet with IPv6, or turn 'IPv6' off.");
		}
		return ok(found);
	},
};

/** Whether there is a free elastic IP for each broker. */
export const elasticIps: Check = {
	name: 'Elastic IPs',
	permission: publicIps.permission,
	isElsewhere: true,
	async look(read, body) {
		if (body.enable_publicip !== true || body.publicip_id === undefined) return undefined;
		const wanted = String(body.publicip_id).split(',');
		const free = new Set((await read.rows(publicIps)).map(({ id }) => id));
		const bound = wanted.filter((id) => !free.has(id));
		if (bound.length > 0) {
			return problem(
				`not free: ${bound.join(', ')}`,
				'Select elastic IPs that are bound to nothing.',
			);
		}
		const brokers = Number(body.broker_num);
		const found = `${wanted.length} for ${brokers} broker${brokers === 1 ? '' : 's'}`;
		return wanted.length === brokers ? ok(found) : problem(found, 'Select one per broker.');
	},
};
