/**
 * `baseURL` of the nodes, at which nothing is: the name is reserved (RFC 2606). The send function puts in the address
 * to which the credential of each item leads. An expression would be evaluated twice for each item, and only
 * for the first item's credential.
 */
export const ADDRESS_OF_CREDENTIAL = 'https://address-of-the-credential.invalid';
