/** Codes of ACLs, as CreateAcl, DescribeACL and DeleteAcl number them. */

export const RESOURCE_TYPES = { 2: 'Topic', 3: 'Consumer Group', 4: 'Cluster' };

export const CLUSTER = 4;

export const PERMISSIONS = { 3: 'Allow', 2: 'Deny' };

export const OPERATIONS: Readonly<Record<number, string | undefined>> = {
	2: 'All',
	3: 'Read',
	4: 'Write',
	5: 'Create',
	6: 'Delete',
	7: 'Alter',
	8: 'Describe',
	9: 'Cluster Action',
	10: 'Describe Configs',
	11: 'Alter Configs',
	12: 'Idempotent Write',
};

/** Operations that a kind of resource has; other pairs are refused by the API. */
export const OPERATIONS_OF: Readonly<Record<number, readonly number[] | undefined>> = {
	2: [2, 3, 4, 5, 6, 7, 8, 10, 11],
	3: [2, 3, 6, 8],
	4: [2, 5, 7, 8, 9, 10, 11, 12],
};

/** What the operations for several topics and for rules call by words instead. */
export const WORDS = {
	Operation: { All: 2, Read: 3, Write: 4 } as Readonly<Record<string, number>>,
	PermissionType: { Deny: 2, Allow: 3 } as Readonly<Record<string, number>>,
};
