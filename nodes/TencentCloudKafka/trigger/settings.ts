import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';

import { textOf } from '../../../credentials/fields/checks';
import { usesWebIdentity } from '../../../credentials/fields/tencentWebIdentity';
import type { Clock } from '../../shared/contract/clock';
import { Failure } from '../../shared/contract/failure';
import { INSTANCE_EVENTS } from '../../shared/trigger/instanceEvents';
import type { Settings } from './watched';
import { triggerSettings } from '../../shared/trigger/settings';
import { watches } from './listed';
import { connectorTasks, logImports } from './views';

/** Events of what is watched by its list. */
const LISTED = [connectorTasks, logImports].flatMap(({ changed, failed }) => [changed, failed]);

/** The event of a task that has ended. */
const TASK_FINISHED = 'taskFinished';

/** Most tasks that are watched: each one that has not ended costs a request a poll. */
const MOST_TASKS = 100;

/** Longest part of a wrong entry that the error repeats. */
const MOST_SHOWN = 40;

/** Most log topics that are watched: each costs a request a poll. */
const MOST_TOPICS = 20;

const refused = (field: string, problem: string, advice: string) =>
	new Failure('notSent', `'${field}' ${problem}`, { advice });

const refusal = (problem: string, advice: string) => refused('Task IDs', problem, advice);

/** Entries of a field, which an expression may give as a list. */
const entriesOf = (value: unknown): string[] =>
	Array.isArray(value)
		? value.map((entry) => String(entry).trim())
		: String(value ?? '')
				.split(/[\s,]+/)
				.filter((text) => text !== '');

/** Log topics out of the field. */
function logTopicIdsOf(value: unknown): string[] {
	const ids = [...new Set(entriesOf(value))];
	if (ids.length === 0 || ids.includes('')) {
		throw refused(
			'Log Topic Names or IDs',
			'is empty',
			'Select one or more log topics, or give their IDs, or deselect the events of log imports.',
		);
	}
	if (ids.length <= MOST_TOPICS) return ids;
	throw refused(
		'Log Topic Names or IDs',
		`has ${ids.length} entries`,
		`Select up to ${MOST_TOPICS}.`,
	);
}

function flowId(text: string): number {
	const id = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id;
	throw refusal(
		`contains ${text.slice(0, MOST_SHOWN)}, which is not a task ID`,
		'Enter each FlowId in digits, as returned by the operation; 0 means that there is no task.',
	);
}

/**
 * Flow IDs out of the field. An expression may give a number or a list; an empty list is one that has
 * no task at present, an empty field was forgotten.
 */
function flowIdsOf(value: unknown): number[] {
	const texts = entriesOf(value);
	if (texts.length === 0 && !Array.isArray(value)) {
		throw refusal(
			'is empty',
			"Enter the FlowId of one or more operations, or deselect 'Task Finished'.",
		);
	}
	const ids = [...new Set(texts.map(flowId))];
	if (ids.length <= MOST_TASKS) return ids;
	throw refusal(
		`has ${ids.length} entries`,
		`Enter up to ${MOST_TASKS}; you can remove finished tasks.`,
	);
}

/**
 * No answer names the account, and its keys are renewed: n8n's ID of the credential stays. Without one
 * there is only the key.
 */
const accountOf = (credentials: ICredentialDataDecryptedObject, credentialId: string): string =>
	credentialId || textOf(credentials, usesWebIdentity(credentials) ? 'oidcProvider' : 'secretId');

/**
 * Reads and checks the parameters of the trigger.
 *
 * @throws {Failure} `notSent`
 */
export async function settingsOf(context: IPollFunctions, clock: Clock): Promise<Settings> {
	const settings = await triggerSettings(context, clock, {
		provider: 'tencentCloud',
		credential: 'managedKafkaTencentCloudApi',
		events: [...INSTANCE_EVENTS, TASK_FINISHED, ...LISTED],
		account: accountOf,
	});
	return {
		...settings,
		...(settings.events.includes(TASK_FINISHED) && {
			flowIds: flowIdsOf(context.getNodeParameter('flowIds', '')),
		}),
		...(watches(logImports, settings) && {
			logTopicIds: logTopicIdsOf(context.getNodeParameter('logTopicIds', [])),
		}),
	};
}
