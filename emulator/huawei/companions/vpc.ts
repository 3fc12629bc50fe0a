import { json } from '../../http/answer';
import { requestId } from '../answers/errors';
import type { Subnet } from '../model/network';
import type { HuaweiState } from '../model/state';
import { flat, older, type Companion, type CompanionHandler } from './companion';
import { among, pageAfter } from './pages';

/** When everything in the account was made: no test depends on it. */
export const MADE_AT = '2024-05-18T06:49:06Z';

const ofProject = (id: string) => ({
	description: '',
	project_id: id,
	enterprise_project_id: '0',
	created_at: MADE_AT,
	updated_at: MADE_AT,
	tags: [],
});

const ListVpcs: CompanionHandler = ({ query, state, project }) => {
	const { vpcs } = state.surroundings(project);
	const listed = vpcs
		.filter(
			({ id, name, cidr }) =>
				among(query.id, id) && among(query.name, name) && among(query.cidr, cidr),
		)
		.map((vpc) => ({ ...vpc, ...ofProject(project.id), extend_cidrs: [], status: 'ACTIVE' }));
	const { rows, page_info } = pageAfter(listed, query);
	return json(200, { request_id: requestId(), vpcs: rows, page_info });
};

/** Free addresses: brokers of instances take one each. */
export function freeIn(state: HuaweiState, { id, free }: Subnet): number {
	const taken = state.instances
		.filter(({ subnetId }) => subnetId === id)
		.reduce((sum, { brokerNum }) => sum + brokerNum, 0);
	return Math.max(0, free - taken);
}

/** The older form: the last page is the one that is shorter than the limit. */
const ListSubnets: CompanionHandler = ({ query, state, project }) => {
	const listed = state
		.surroundings(project)
		.subnets.filter(({ vpcId }) => query.vpc_id === undefined || vpcId === query.vpc_id)
		.map((subnet) => ({
			id: subnet.id,
			name: subnet.name,
			description: '',
			cidr: subnet.cidr,
			gateway_ip: subnet.cidr.replace(/\d+\/\d+$/, '1'),
			ipv6_enable: subnet.ipv6,
			dhcp_enable: true,
			availability_zone: subnet.zone,
			vpc_id: subnet.vpcId,
			status: 'ACTIVE',
			neutron_network_id: subnet.id,
			neutron_subnet_id: subnet.id.split('').reverse().join(''),
			available_ip_address_count: freeIn(state, subnet),
			tenant_id: project.id,
		}));
	return json(200, { subnets: pageAfter(listed, query).rows });
};

const ListSecurityGroups: CompanionHandler = ({ query, state, project }) => {
	const listed = state
		.surroundings(project)
		.securityGroups.filter(({ id, name }) => among(query.id, id) && among(query.name, name))
		.map((group) => ({ ...ofProject(project.id), ...group }));
	const { rows, page_info } = pageAfter(listed, query);
	return json(200, { request_id: requestId(), security_groups: rows, page_info });
};

/** Codes: VPC API Reference, Error Codes. */
const STATUSES = {
	invalid: [400, 'VPC.0002'],
	forbidden: [403, 'VPC.2201'],
	missing: [404, 'VPC.0003'],
} as const;

/** Virtual Private Cloud: networks, subnets, security groups. */
export const vpc: Companion = {
	operations: { ListVpcs, ListSubnets, ListSecurityGroups },
	refusal: (kind, text, operation) =>
		(operation === 'ListSubnets' ? older : flat)(STATUSES[kind], text),
};
