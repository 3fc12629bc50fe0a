import { json } from '../../http/answer';
import { requestId } from '../answers/errors';
import type { PublicIp } from '../model/network';
import type { HuaweiState } from '../model/state';
import { flat, type Companion, type CompanionHandler } from './companion';
import { among, pageAfter } from './pages';
import { MADE_AT } from './vpc';

/** What an address is bound to: brokers of instances, or what it was bound to before. */
function boundTo(state: HuaweiState, { id, boundTo: other }: PublicIp): string | null {
	const instance = state.instances.find(({ publicIpIds }) => publicIpIds.includes(id));
	return instance ? instance.portIds[instance.publicIpIds.indexOf(id)] : other;
}

const ListPublicips: CompanionHandler = ({ query, state, project }) => {
	const listed = state
		.surroundings(project)
		.publicIps.map((ip) => ({ ip, port: boundTo(state, ip) }))
		.map(({ ip, port }) => ({
			id: ip.id,
			alias: ip.alias,
			public_ip_address: ip.address,
			ip_version: 4,
			status: port === null ? 'DOWN' : 'ACTIVE',
			type: 'EIP',
			publicip_pool_name: '5_bgp',
			public_border_group: 'center',
			associate_instance_type: port === null ? null : 'PORT',
			associate_instance_id: port,
			bandwidth: { id: ip.id, size: 5, share_type: 'PER', charge_mode: 'traffic', name: ip.alias },
			enterprise_project_id: '0',
			billing_info: null,
			lock_status: null,
			created_at: MADE_AT,
			updated_at: MADE_AT,
		}))
		.filter(({ id, status }) => among(query.id, id) && among(query.status, status))
		.filter((row) => among(query.ip_version, row.ip_version) && among(query.type, row.type));
	const { rows, page_info } = pageAfter(listed, query);
	const total_count = listed.length;
	return json(200, { request_id: requestId(), total_count, publicips: rows, page_info });
};

const STATUSES = {
	invalid: [400, 'EIP.0002'],
	forbidden: [403, 'EIP.2201'],
	missing: [404, 'EIP.0003'],
} as const;

/** Elastic IP, on the host of the networks; codes by analogy with theirs. */
export const eip: Companion = {
	operations: { ListPublicips },
	refusal: (kind, text) => flat(STATUSES[kind], text),
};
