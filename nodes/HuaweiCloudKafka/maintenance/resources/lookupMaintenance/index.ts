import type { Resource } from '../../../../shared/contract/operation';
import { getFlavorCores } from './getFlavorCores';
import { getMaintenanceWindows } from './getMaintenanceWindows';

export const lookupMaintenance: Resource = {
	value: 'lookupMaintenance',
	name: 'Lookup',
	operations: [getFlavorCores, getMaintenanceWindows],
};
