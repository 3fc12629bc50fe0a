/** A resource group of the account. */
export interface ResourceGroup {
	id: string;
	/** Identifier. */
	name: string;
	displayName: string;
	status: 'OK' | 'PendingDelete';
}

/** Resource groups to start with; every account has a default one. */
export const firstResourceGroups = (): ResourceGroup[] => [
	{ id: 'rg-default', name: 'default', displayName: 'default resource group', status: 'OK' },
	{ id: 'rg-acfmemulator001', name: 'orders', displayName: 'Orders', status: 'OK' },
	{ id: 'rg-acfmemulator002', name: 'old', displayName: 'Old', status: 'PendingDelete' },
];
