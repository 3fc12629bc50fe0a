import type { IDataObject } from 'n8n-workflow';

import type { Lookup } from '../../shared/contract/lookup';
import type { Pages } from '../../shared/contract/pages';
import { countIn, listIn } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { freeAddresses } from '../../shared/request/lookUp';
import { textIn } from './failedParts';

/** What other services list for the forms: networks, elastic IPs, keys, and enterprise projects. */

/** IDs of all of them. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Rows a page; the lists of networks take up to 2000. */
const PAGE = 1000;

/** Keys a page. */
const KEYS_PAGE = 100;

const get = (api: string, path: string, query: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'GET',
	path,
	query,
});

/** All that the key may see: without it, whoever may see single enterprise projects only is refused. */
const EVERY_PROJECT = { enterprise_project_id: 'all_granted_eps' };

/** A list whose answers name the next page. */
const marked = (list: string): Pages => ({
	rows: (body) => listIn(body, list),
	at: () => ({}),
	size: PAGE,
	key: 'id',
	next: ({ page_info: info }) => {
		const marker = (info as IDataObject | undefined)?.next_marker;
		return marker ? { marker } : undefined;
	},
});

const named = ({ id, name }: IDataObject) => ({ id: String(id), name: textIn(name) });

export const vpcs: Lookup = {
	what: 'VPC',
	plural: 'VPCs',
	permission: 'vpc:vpcs:list',
	isId: UUID,
	request: () => get('ListVpcs', '/v3/{project_id}/vpc/vpcs', { limit: PAGE, ...EVERY_PROJECT }),
	pages: marked('vpcs'),
	entry: (row) => ({ ...named(row), details: [textIn(row.cidr) ?? ''] }),
};

/** The last page is the one that is shorter than the limit. */
const subnetPages: Pages = {
	...marked('subnets'),
	next: (body) => {
		const rows = listIn(body, 'subnets');
		return rows.length < PAGE ? undefined : { marker: rows[rows.length - 1].id };
	},
};

/** The ID is that of the network, not `neutron_subnet_id`. */
export const subnets: Lookup = {
	what: 'subnet',
	plural: 'subnets',
	permission: 'vpc:subnets:list',
	isId: UUID,
	within: [{ name: 'vpcId', label: 'VPC', lookup: vpcs }],
	request: (chosen) => {
		const vpc = chosen('vpcId');
		const within = vpc === undefined ? {} : { vpc_id: String(vpc) };
		return get('ListSubnets', '/v1/{project_id}/subnets', { limit: PAGE, ...within });
	},
	pages: subnetPages,
	entry: (row) => ({
		...named(row),
		details: [
			textIn(row.cidr) ?? '',
			textIn(row.availability_zone) ?? '',
			freeAddresses(row.available_ip_address_count),
		],
	}),
};

/** The same in all networks, each with the ID of its own. */
export const subnetsOfAll: Lookup = {
	...subnets,
	within: undefined,
	entry: (row) => {
		const { details = [], ...entry } = subnets.entry(row);
		return { ...entry, details: [...details, `VPC ${String(row.vpc_id)}`] };
	},
};

export const securityGroups: Lookup = {
	what: 'security group',
	plural: 'security groups',
	permission: 'vpc:securityGroups:list',
	isId: UUID,
	request: () =>
		get('ListSecurityGroups', '/v3/{project_id}/vpc/security-groups', {
			limit: PAGE,
			...EVERY_PROJECT,
		}),
	pages: marked('security_groups'),
	entry: (row) => ({ ...named(row), details: [textIn(row.description) ?? ''] }),
};

/** Only those that are bound to nothing. */
export const publicIps: Lookup = {
	what: 'elastic IP',
	plural: 'elastic IPs',
	permission: 'eip:publicIps:list',
	isId: UUID,
	request: () =>
		get('ListPublicips', '/v3/{project_id}/eip/publicips', {
			limit: PAGE,
			status: 'DOWN',
			ip_version: 4,
			type: 'EIP',
		}),
	pages: marked('publicips'),
	entry: ({ id, alias, public_ip_address: address }) => ({
		id: String(id),
		name: textIn(alias) ?? textIn(address),
		details: textIn(alias) === undefined ? [] : [textIn(address) ?? ''],
	}),
};

/** Enabled keys that encrypt; a read by POST, in which numbers and booleans are text. */
export const encryptionKeys: Lookup = {
	what: 'key',
	plural: 'keys',
	permission: 'kms:cmk:list',
	isId: UUID,
	request: () => ({
		api: 'ListKeys',
		effect: 'read',
		method: 'POST',
		path: '/v1.0/{project_id}/kms/list-keys',
		body: { limit: String(KEYS_PAGE), key_state: '2', key_spec: 'ALL' },
	}),
	pages: {
		rows: (body) => listIn(body, 'key_details'),
		at: () => ({}),
		sentIn: 'body',
		size: KEYS_PAGE,
		key: 'key_id',
		next: ({ truncated, next_marker: marker }) =>
			String(truncated) === 'true' && marker ? { marker } : undefined,
	},
	keep: ({ key_usage: usage, key_spec: spec }) =>
		usage !== 'SIGN_VERIFY' && /^(AES_256|SM4)$/.test(textIn(spec) ?? 'AES_256'),
	entry: ({ key_id: id, key_alias: alias, key_spec: spec, default_key_flag: isDefault }) => ({
		id: String(id),
		name: textIn(alias),
		details: [textIn(spec) ?? '', isDefault === '1' ? 'default key' : ''],
	}),
};

/** Enabled ones of the account, in every region; 0 is the default one. */
export const enterpriseProjects: Lookup = {
	what: 'enterprise project',
	plural: 'enterprise projects',
	permission: 'eps:enterpriseProjects:list',
	isId: /^(0|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
	request: () => get('ListEnterpriseProject', '/v1.0/enterprise-projects', { status: 1 }),
	pages: {
		rows: (body) => listIn(body, 'enterprise_projects'),
		total: ({ total_count: count }) => countIn(count),
		at: (offset, limit) => ({ offset, limit }),
		size: PAGE,
		key: 'id',
	},
	entry: (row) => ({ ...named(row), details: [textIn(row.description) ?? ''] }),
};
