/**
 * Whether an address is one of those that a secret or a signature which does not name its host may go to.
 *
 * @param origin `https://host[:port]`
 * @param own Origins of the credential's endpoints
 * @param vendor The vendor's own hosts
 */
export const isTrusted = (origin: string, own: readonly string[], vendor: RegExp): boolean => {
	const { protocol, hostname, port } = new URL(origin);
	if (own.includes(origin)) return true;
	return protocol === 'https:' && port === '' && vendor.test(hostname);
};

/** Host of an address, for texts. */
export const hostIn = (origin: string): string => new URL(origin).host;
