/** An address that may use a public route, as on the wire. */
export interface AllowedAddress {
	CidrBlock: string;
	PolicyDescription: string;
}

/** An entry of a request with what it leaves out. */
export const allowedAddress = (given: Partial<AllowedAddress>): AllowedAddress => ({
	CidrBlock: given.CidrBlock ?? '',
	PolicyDescription: given.PolicyDescription ?? '',
});
