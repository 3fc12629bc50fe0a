/** What coded values are called. Source: comments of the official SDK. */

/** Network of a route. */
export const VIP_TYPES: Readonly<Record<string, string>> = {
	1: 'Public',
	3: 'VPC',
	7: 'Internal Support',
};

/** How clients sign in at a route, and its Kafka protocol. DescribeRoute has 2 too, CreateRoute has not. */
export const ACCESS_TYPES: Readonly<Record<string, string>> = {
	0: 'PLAINTEXT',
	1: 'SASL_PLAINTEXT',
	3: 'SASL_SSL',
	4: 'SASL_SCRAM_SHA_256',
	5: 'SASL_SCRAM_SHA_512',
};

/** The user that every instance has and lists, for clients that do not sign in. */
export const BUILT_IN = 'ANONYMOUS';
