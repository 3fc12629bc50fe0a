import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import {
	getCredentialAllowedDomains,
	getCredentialOwnRequestAllowedDomains,
	isDomainAllowed,
} from 'n8n-workflow';

/**
 * n8n's domain restriction of a credential: 'Allowed HTTP Request Domains' and 'Allowed Domains', two
 * fields that n8n adds to every credential that signs. Its rules are n8n's own functions; versions
 * without them restrict nothing here.
 */

/** Why a host may not be asked, and what to do about it. */
export interface DomainRefusal {
	problem: string;
	/** A full sentence. */
	advice: string;
}

/**
 * The refusal for a host that is not among the allowed ones.
 *
 * @param allowed As in the field 'Allowed Domains'; `undefined` allows all
 */
export function domainRefusal(url: string, allowed: string | undefined): DomainRefusal | undefined {
	if (!allowed || typeof isDomainAllowed !== 'function') return undefined;
	if (isDomainAllowed({ url, allowedDomains: allowed })) return undefined;
	const host = URL.canParse(url) ? new URL(url).hostname : url;
	return {
		problem: `The credential does not allow requests to ${host}`,
		advice: `Add ${host} to 'Allowed Domains' in the credential, or set 'Allowed HTTP Request Domains' to 'All'.`,
	};
}

/**
 * The hosts that a list or a trigger may ask, as n8n's routing tells them for a node: the endpoint of the
 * credential always, in whatever region the node is set to, and any other one only if it is in the list.
 *
 * @param url Address of the endpoint; without it, only the list counts
 * @returns What goes into the request options
 */
export const allowedDomainsFor = (
	node: INode,
	credentialData: ICredentialDataDecryptedObject,
	url: string | undefined,
): string | undefined =>
	typeof getCredentialAllowedDomains === 'function'
		? getCredentialAllowedDomains({
				node,
				credentialData,
				credentialOwnedSurface: true,
				nodeEndpointUrl: url,
			})
		: undefined;

/**
 * The refusal for a host that the credential asks by itself, such as to sign in. Only a list of domains
 * restricts that.
 */
export function ownRequestRefusal(
	credentials: ICredentialDataDecryptedObject,
	url: string,
): DomainRefusal | undefined {
	if (typeof getCredentialOwnRequestAllowedDomains !== 'function') return undefined;
	return domainRefusal(url, getCredentialOwnRequestAllowedDomains(credentials));
}
