import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { headerOf, withHeaders, type Headers } from '../signing/headers';
import type { WireRequest } from '../signing/wire';
import { keyOf, regionOf, textOf } from './checks';

/** What Alibaba Cloud Stack, the private cloud, wants besides: its gateway sorts requests by these. */

const onlyWithEndpoint: INodeProperties['displayOptions'] = { hide: { endpoint: [''] } };

/** Fields of the credential for a private cloud. */
export const STACK_FIELDS: INodeProperties[] = [
	{
		displayName: 'Organization ID',
		name: 'organizationId',
		type: 'string',
		default: '',
		displayOptions: onlyWithEndpoint,
		description: 'Only for Alibaba Cloud Stack: organization (department) that requests are for',
	},
	{
		displayName: 'Resource Group ID',
		name: 'resourceGroupId',
		type: 'string',
		default: '',
		displayOptions: onlyWithEndpoint,
		description: 'Only for Alibaba Cloud Stack: resource set that requests are for',
	},
];

/** Products by the version of their API, as terraform-provider-alibabacloudstack calls them; others name their own. */
const PRODUCTS: Readonly<Record<string, string>> = {
	'2014-05-26': 'Ecs',
	'2016-01-20': 'Kms',
	'2016-04-28': 'Vpc',
	'2019-09-16': 'alikafka',
};

const parameterIn = ({ query }: WireRequest, wanted: string) =>
	query.find(([name]) => name === wanted)?.[1];

/**
 * Organization and resource group of the private cloud; empty where the credential is for the public one.
 *
 * @throws UserError naming the bad field
 */
export function stackOf(credentials: ICredentialDataDecryptedObject) {
	// A public cloud may have had them filled in before its endpoint was cleared.
	if (textOf(credentials, 'endpoint') === '') return { organization: '', resourceGroup: '' };
	return {
		organization: keyOf(credentials, 'organizationId', 'Organization ID', false),
		resourceGroup: keyOf(credentials, 'resourceGroupId', 'Resource Group ID', false),
	};
}

/**
 * The request with the headers of the private cloud, where the credential is for one; those that the
 * request has stay. As terraform-provider-alibabacloudstack sends them.
 */
export function forStack(
	wire: WireRequest,
	credentials: ICredentialDataDecryptedObject,
): WireRequest {
	const { organization, resourceGroup } = stackOf(credentials);
	if (organization === '' && resourceGroup === '') return wire;
	const version = headerOf(wire.headers, 'x-acs-version') ?? parameterIn(wire, 'Version');
	const product = version !== undefined && Object.hasOwn(PRODUCTS, version) && PRODUCTS[version];
	const headers: Headers = {
		...(organization !== '' && { 'x-acs-organizationid': organization }),
		...(resourceGroup !== '' && { 'x-acs-resourcegroupid': resourceGroup }),
		'x-acs-regionid': parameterIn(wire, 'RegionId') ?? regionOf(credentials),
		...(product && { 'x-acs-asapi-product': product }),
	};
	return { ...wire, headers: withHeaders(headers, wire.headers) };
}
