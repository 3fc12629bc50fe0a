import type { IDataObject } from 'n8n-workflow';

import type { EventDetails } from '../shared/watch';
import type { Settings } from './triggerSettings';

/** What every item of the trigger begins with. */
export const detailsOf = (
	{ region }: Settings,
	{ event, ...details }: Omit<EventDetails, 'provider' | 'region' | 'observedAt'>,
): EventDetails & IDataObject => ({
	event,
	provider: 'huaweiCloud',
	region,
	...details,
	observedAt: new Date().toISOString(),
});
