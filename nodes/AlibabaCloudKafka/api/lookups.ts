import type { IDataObject } from 'n8n-workflow';

import type { Chosen, Lookup, Within } from '../../shared/contract/lookup';
import type { Pages } from '../../shared/contract/pages';
import { countIn } from '../../shared/contract/pages';
import { freeAddresses } from '../../shared/request/lookUp';
import { rowsOf } from './pages';
import { readRequest } from './requests';

/**
 * What an instance needs of other services, and what lists it. Facts: the vendor's SDKs of VPC, ECS, KMS, and
 * Resource Management.
 */

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

const details = (...values: unknown[]): string[] =>
	values.map(text).filter((value): value is string => value !== undefined);

/** Lists whose pages are numbered from 1. */
const numberedPages = (
	list: string,
	entry: string,
	key: string | readonly string[],
	size: number,
): Pages => ({
	rows: rowsOf(list, entry),
	total: ({ TotalCount }) => countIn(TotalCount),
	at: (offset) => ({ PageNumber: offset / size + 1, PageSize: size }),
	size,
	numbered: true,
	key,
});

/** Most rows of a page, of VPC and of the others. */
const VPC_PAGE = 50;
const PAGE = 100;

/** VPCs of the region. */
export const vpcs: Lookup = {
	what: 'VPC',
	plural: 'VPCs',
	permission: 'vpc:DescribeVpcs',
	isId: /^vpc-/,
	request: () => readRequest('DescribeVpcs'),
	pages: numberedPages('Vpcs', 'Vpc', 'VpcId', VPC_PAGE),
	entry: ({ VpcId, VpcName, CidrBlock, IsDefault }) => ({
		id: String(VpcId),
		name: text(VpcName),
		details: details(CidrBlock, IsDefault === true ? 'default' : undefined),
	}),
};

const WITHIN_VPC: Within = { name: 'vpcId', label: 'VPC', lookup: vpcs };

/** Only what is in the VPC of the form. */
const ofVpc = (chosen: Chosen): IDataObject => {
	const vpc = text(chosen('vpcId'));
	return vpc === undefined ? {} : { VpcId: vpc };
};

/**
 * The letter of a zone, which the API writes in two ways: zoneh and cn-hangzhou-h; `undefined` for anything
 * else.
 */
export const zoneLetter = (zone: unknown): string | undefined =>
	/^(?:zone|[a-z\d-]+-)([a-z])$/.exec(String(zone))?.[1];

const isInZone = (row: IDataObject, zone: unknown): boolean =>
	text(zone) === undefined || zoneLetter(row.ZoneId) === zoneLetter(zone);

/** vSwitches of the VPC and, if one is chosen, of the zone. */
export const vSwitches: Lookup = {
	what: 'vSwitch',
	plural: 'vSwitches',
	permission: 'vpc:DescribeVSwitches',
	isId: /^vsw-/,
	within: [WITHIN_VPC, { name: 'options.zoneId', label: 'Zone Name or ID' }],
	request: (chosen) => readRequest('DescribeVSwitches', ofVpc(chosen)),
	pages: numberedPages('VSwitches', 'VSwitch', 'VSwitchId', VPC_PAGE),
	keep: (row, chosen) => isInZone(row, chosen('options.zoneId')),
	entry: (row) => ({
		id: String(row.VSwitchId),
		name: text(row.VSwitchName),
		details: details(row.CidrBlock, row.ZoneId, freeAddresses(row.AvailableIpAddressCount)),
	}),
};

/** Zones in which the VPC has vSwitches, one row for each of these: no API lists the zones of Kafka. */
export const zones: Lookup = {
	...vSwitches,
	what: 'zone',
	plural: 'zones',
	within: [WITHIN_VPC],
	keep: undefined,
	entry: ({ ZoneId }) => ({
		id: String(ZoneId),
		name: `Zone ${String(zoneLetter(ZoneId) ?? ZoneId).toUpperCase()}`,
	}),
};

const GROUP_TYPES: Readonly<Record<string, string>> = { normal: 'basic', enterprise: 'advanced' };

/** Security groups of the VPC that no cloud service has made for itself. */
export const securityGroups: Lookup = {
	what: 'security group',
	plural: 'security groups',
	permission: 'ecs:DescribeSecurityGroups',
	isId: /^sg-/,
	within: [WITHIN_VPC],
	request: (chosen) =>
		readRequest('DescribeSecurityGroups', { ...ofVpc(chosen), MaxResults: PAGE }),
	pages: {
		rows: rowsOf('SecurityGroups', 'SecurityGroup'),
		at: () => ({}),
		next: ({ NextToken }) => (NextToken ? { NextToken } : undefined),
		size: Infinity,
		key: 'SecurityGroupId',
	},
	keep: ({ ServiceManaged }) => ServiceManaged !== true,
	entry: ({ SecurityGroupId, SecurityGroupName, SecurityGroupType }) => ({
		id: String(SecurityGroupId),
		name: text(SecurityGroupName),
		details: details(GROUP_TYPES[String(SecurityGroupType)] ?? SecurityGroupType),
	}),
};

/** What a key must be to encrypt disks. */
const USABLE_KEYS = JSON.stringify([
	{ Key: 'KeyState', Values: ['Enabled'] },
	{ Key: 'KeyUsage', Values: ['ENCRYPT/DECRYPT'] },
]);

const KEY_ID = /^(key-[\w-]+|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Keys of the region that can encrypt; the list has no names. */
export const keys: Lookup = {
	what: 'KMS key',
	plural: 'KMS keys',
	permission: 'kms:ListKeys',
	isId: KEY_ID,
	request: () => readRequest('ListKeys', { Filters: USABLE_KEYS }),
	pages: numberedPages('Keys', 'Key', 'KeyId', PAGE),
	entry: ({ KeyId }) => ({ id: String(KeyId) }),
};

/** Names of keys, of which a key can have several. */
export const keyNames: Lookup = {
	what: 'KMS key',
	plural: 'names of KMS keys',
	permission: 'kms:ListAliases',
	isId: KEY_ID,
	request: () => readRequest('ListAliases'),
	pages: numberedPages('Aliases', 'Alias', ['KeyId', 'AliasName'], PAGE),
	entry: ({ KeyId, AliasName }) => ({ id: String(KeyId), name: text(AliasName) }),
};

/** Resource groups of the account. */
export const resourceGroups: Lookup = {
	what: 'resource group',
	plural: 'resource groups',
	permission: 'resourcemanager:ListResourceGroups',
	isId: /^rg-/,
	request: () => readRequest('ListResourceGroups', { Status: 'OK' }),
	pages: numberedPages('ResourceGroups', 'ResourceGroup', 'Id', PAGE),
	entry: ({ Id, DisplayName, Name }) => ({
		id: String(Id),
		name: text(DisplayName) ?? text(Name),
		details: Name === DisplayName ? [] : details(Name),
	}),
};
