import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';
import { deprecated } from './deprecated';

/** Lists maintenance windows with V1. DMS for Kafka API Reference 7.1.2.3. */
export const v1GetMaintenanceWindows: Operation = {
	value: 'v1GetMaintenanceWindows',
	name: 'Get Maintenance Windows (V1)',
	action: 'Get maintenance windows with V1',
	description: deprecated(
		'get the available maintenance windows',
		'Lookup: Get Maintenance Windows',
	),
	api: 'V1ListMaintainWindows',
	request: get('/v1.0/instances/maintain-windows'),
	kind: 'read',
	outcome: entries('maintain_windows'),
};
