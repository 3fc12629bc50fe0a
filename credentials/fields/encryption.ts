import { UserError, type ICredentialDataDecryptedObject, type INodeProperties } from 'n8n-workflow';

/** The switch of a credential for endpoints without TLS, such as of a cloud in a private network. */
export const ALLOW_HTTP: INodeProperties = {
	displayName: 'Allow Unencrypted HTTP (Insecure)',
	name: 'allowUnencryptedHttp',
	type: 'boolean',
	default: false,
	description:
		'Whether to send requests to addresses that start with http://: anyone on the network can then read them, including passwords and tokens. Not needed for an address of this machine.',
};

/** Whether what is sent to a host does not leave this machine. */
export function isLoopback(hostname: string): boolean {
	const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
	return (
		name === 'localhost' ||
		name.endsWith('.localhost') ||
		name === '[::1]' ||
		// A URL has every notation of an IPv4 address in this one.
		/^127\.\d+\.\d+\.\d+$/.test(name)
	);
}

/**
 * Refuses an address to which requests would go without encryption.
 *
 * @param what Names it, for the message: "'Endpoint'"
 * @throws UserError
 */
export function checkEncrypted(
	{ allowUnencryptedHttp: allowed }: ICredentialDataDecryptedObject,
	address: string,
	what: string,
): void {
	const { protocol, hostname } = new URL(address);
	// An expression may give it as text.
	if (protocol !== 'http:' || allowed === true || allowed === 'true' || isLoopback(hostname))
		return;
	throw new UserError(
		`${what} starts with http://, so that anyone on the network could read passwords and tokens. Use https://, or turn on '${ALLOW_HTTP.displayName}' in the credential`,
	);
}
