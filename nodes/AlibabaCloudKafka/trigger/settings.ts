import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';

import { usesOidc } from '../../../credentials/fields/alibabaOidc';
import { textOf } from '../../../credentials/fields/checks';
import type { Clock } from '../../shared/contract/clock';
import { INSTANCE_EVENTS } from '../../shared/trigger/instanceEvents';
import type { TriggerSettings } from '../../shared/trigger/settings';
import { triggerSettings, watchedInstanceId } from '../../shared/trigger/settings';
import { instance } from '../fields';

/** Events of the topics of one instance. */
const TOPIC_EVENTS = ['topicCreated', 'topicDeleted'] as const;
export type TopicEvent = (typeof TOPIC_EVENTS)[number];

const CHOOSE = 'Select the instance whose topics to watch.';

/** What the user set on the trigger. */
export interface Settings extends TriggerSettings {
	topicEvents: TopicEvent[];
	/** Instance whose topics are watched; empty without topic events. */
	instanceId: string;
}

/**
 * Nothing that the credential or an answer holds names the account, and keys are renewed: what stays
 * is n8n's own credential. One that is not stored has no ID.
 */
const accountOf = (credentials: ICredentialDataDecryptedObject, credentialId: string): string =>
	credentialId || textOf(credentials, usesOidc(credentials) ? 'oidcProviderArn' : 'accessKeyId');

/** Reads and checks the parameters of the trigger. */
export async function settingsOf(context: IPollFunctions, clock: Clock): Promise<Settings> {
	const settings = await triggerSettings(context, clock, {
		provider: 'alibabaCloud',
		credential: 'managedKafkaAlibabaCloudApi',
		events: [...INSTANCE_EVENTS, ...TOPIC_EVENTS],
		account: accountOf,
	});
	const topicEvents = TOPIC_EVENTS.filter((event) => settings.events.includes(event));
	const instanceId = topicEvents.length > 0 ? watchedInstanceId(context, instance(), CHOOSE) : '';
	return { ...settings, topicEvents, instanceId };
}
