import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';

import { textOf } from '../../../credentials/fields/checks';
import type { Clock } from '../../shared/contract/clock';
import { CHANGE_EVENTS } from '../../shared/trigger/instanceEvents';
import type { TriggerSettings } from '../../shared/trigger/settings';
import { triggerSettings, watchedInstanceId } from '../../shared/trigger/settings';
import { instance } from '../fields';
import { WORK } from './work';

/** Events of what one instance has under way. */
export const TASK_EVENTS = WORK.flatMap(({ events }) => events);

const CHOOSE =
	'Select the instance whose background tasks, scheduled tasks, Smart Connect tasks, or diagnoses to watch.';

/** What the user set on the trigger. */
export interface Settings extends TriggerSettings {
	taskEvents: string[];
	/** Instance whose tasks are watched; empty without task events. */
	instanceId: string;
}

/**
 * Keys are renewed, and a project ID may be entered later: what stays is n8n's own credential. One that
 * is not stored has no ID.
 */
const accountOf = (credentials: ICredentialDataDecryptedObject, credentialId: string): string =>
	credentialId || textOf(credentials, 'accessKeyId') || textOf(credentials, 'domainName');

/** Reads and checks the parameters of the trigger. */
export async function settingsOf(context: IPollFunctions, clock: Clock): Promise<Settings> {
	const settings = await triggerSettings(context, clock, {
		provider: 'huaweiCloud',
		credential: 'managedKafkaHuaweiCloudApi',
		events: [...CHANGE_EVENTS, ...TASK_EVENTS],
		account: accountOf,
	});
	const taskEvents = TASK_EVENTS.filter((event) => settings.events.includes(event));
	const instanceId = taskEvents.length > 0 ? watchedInstanceId(context, instance(), CHOOSE) : '';
	return { ...settings, taskEvents, instanceId };
}
