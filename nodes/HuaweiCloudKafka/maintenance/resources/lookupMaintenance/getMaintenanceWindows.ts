import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';

/** Lists maintenance windows. DMS for Kafka API Reference 5.10.1; hours of two digits. */
export const getMaintenanceWindows: Operation = {
	value: 'getMaintenanceWindows',
	name: 'Get Maintenance Windows',
	action: 'Get maintenance windows',
	description: 'Get the available maintenance windows and which one is the default',
	api: 'ShowMaintainWindows',
	request: get('/v2/instances/maintain-windows'),
	kind: 'read',
	outcome: entries('maintain_windows'),
};
