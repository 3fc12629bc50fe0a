import type { IDataObject } from 'n8n-workflow';

import type { Scope } from '../../shared/fleet/record';
import { keyOf } from '../../shared/fleet/record';
import type { NotRead } from '../../shared/fleet/vendor';
import { shaped } from '../report/shapes';
import type { Happened } from './compare';
import type { FleetTriggerSettings } from './settings';

/** The item of an event; of one that is gone with what is known of it. */
export function eventItem(
	scope: Scope,
	{ event, previousState, state, instance, id, name, more }: Happened,
	{ observedAt, allFields }: FleetTriggerSettings,
): IDataObject {
	const record: IDataObject = instance
		? shaped({ instance }, allFields ? 'all' : 'simplified', [])
		: { name, cloud: scope.cloud, region: scope.region, id, key: keyOf({ ...scope, id }) };
	return {
		event,
		previousState,
		...record,
		state,
		...more,
		observedAt: new Date(observedAt).toISOString(),
	};
}

/** The item of a region that can no longer be read, or can be again. */
export const regionItem = (
	event: 'regionNotReadable' | 'regionReadableAgain',
	scope: Pick<Scope, 'cloud' | 'region' | 'project'>,
	row: NotRead | undefined,
	{ observedAt }: FleetTriggerSettings,
): IDataObject => ({
	event,
	cloud: scope.cloud,
	region: scope.region,
	project: scope.project,
	reason: row?.reason ?? null,
	message: row?.message ?? null,
	code: row?.code ?? null,
	requestId: row?.requestId ?? null,
	whatToDo: row?.whatToDo ?? null,
	observedAt: new Date(observedAt).toISOString(),
});
