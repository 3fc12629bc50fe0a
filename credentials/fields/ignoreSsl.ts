import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

/** The switch of a credential, by the name that n8n's own credentials have for it. */
export const IGNORE_SSL: INodeProperties = {
	displayName: 'Ignore SSL Issues (Insecure)',
	name: 'allowUnauthorizedCerts',
	type: 'boolean',
	default: false,
	description:
		'Whether to connect even if the certificate of the endpoint cannot be validated: anyone between n8n and the service could then read and change requests',
};

/** Members of request options by which n8n leaves out the check of the certificate. */
interface Unchecked {
	skipSslCertificateValidation?: boolean;
	/** The same for the HTTP Request node. */
	rejectUnauthorized?: boolean;
}

// An expression may give it as text.
const isIgnored = ({ allowUnauthorizedCerts: ignored }: ICredentialDataDecryptedObject): boolean =>
	ignored === true || ignored === 'true';

/** Whether a node alone, and not the credential, leaves out the check of the certificate. */
export const isUncheckedByNode = (
	credentials: ICredentialDataDecryptedObject,
	{ skipSslCertificateValidation: skips, rejectUnauthorized: checks }: Unchecked,
): boolean => !isIgnored(credentials) && (skips === true || checks === false);

/**
 * Request options that also reach a host whose certificate cannot be validated, if the credential says
 * so; otherwise the same object.
 */
export function withIgnoredSsl<T extends object>(
	credentials: ICredentialDataDecryptedObject,
	options: T,
): T {
	if (!isIgnored(credentials)) return options;
	const unchecked: Unchecked = { skipSslCertificateValidation: true, rejectUnauthorized: false };
	return { ...options, ...unchecked };
}
