import type { ICredentialDataDecryptedObject, IDataObject, IPollFunctions } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { regionOf, textOf } from '../../credentials/checks';
import { BadInput } from '../shared/badInput';
import { asFailure, Failure } from '../shared/failure';
import { instance } from './fields';

export type InstanceEvent = 'instanceStatusChanged' | 'instanceAppeared' | 'instanceDisappeared';
export type TaskEvent = 'taskChanged' | 'taskFinished';

/** What the user set on the trigger. */
export interface Settings {
	instanceEvents: InstanceEvent[];
	taskEvents: TaskEvent[];
	statuses: string[];
	/** Instance whose background tasks are watched; empty without task events. */
	instanceId: string;
	emitCurrent: boolean;
	nameFilter: string;
	/** Region of the option; empty for the credential's. */
	otherRegion: string;
	region: string;
	/** Tells accounts apart without saying anything about them. */
	account: string;
}

const INSTANCE_EVENTS: string[] = [
	'instanceAppeared',
	'instanceStatusChanged',
	'instanceDisappeared',
] satisfies InstanceEvent[];
const TASK_EVENTS: string[] = ['taskChanged', 'taskFinished'] satisfies TaskEvent[];

const refusal = (error: unknown): Failure =>
	error instanceof BadInput
		? new Failure('notSent', error.message, {
				mend: 'Choose the instance whose background tasks are to be watched.',
			})
		: asFailure(error);

/** ID in a resource locator; n8n's own extraction needs the property to be displayed. */
function instanceIdOf(context: IPollFunctions): string {
	const value = context.getNodeParameter('instanceId', '') as unknown;
	try {
		return String(instance().toWire(isResourceLocatorValue(value) ? value.value : value));
	} catch (error) {
		throw refusal(error);
	}
}

/** A project belongs to one account for ever; keys are renewed, temporary ones every few hours. */
function accountOf(credentials: ICredentialDataDecryptedObject, credentialId: string): string {
	const text = (name: string) => textOf(credentials, name);
	const ofKey = text('securityToken') ? credentialId : text('accessKeyId');
	const user = text('authentication') === 'password' ? text('domainName') : ofKey;
	const hash = createHash('sha256').update(text('projectId') || user);
	return hash.digest('hex').slice(0, 12);
}

/** Reads and checks the parameters of the trigger. */
export async function settingsOf(context: IPollFunctions): Promise<Settings> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const credentials = await context.getCredentials('huaweiCloudApi');
	const events = [context.getNodeParameter('events', []) as string | string[]].flat();
	const instanceEvents = events.filter((event) => INSTANCE_EVENTS.includes(event));
	const taskEvents = events.filter((event) => TASK_EVENTS.includes(event));
	if (instanceEvents.length + taskEvents.length === 0) {
		throw new Failure('notSent', "'Events' is empty", { mend: 'Choose at least one event.' });
	}
	const otherRegion = String(options.region ?? '');
	return {
		instanceEvents: instanceEvents as InstanceEvent[],
		taskEvents: taskEvents as TaskEvent[],
		statuses: context.getNodeParameter('statuses', []) as string[],
		instanceId: taskEvents.length > 0 ? instanceIdOf(context) : '',
		emitCurrent: options.emitCurrent === true,
		nameFilter: String(options.nameFilter ?? ''),
		otherRegion,
		region: otherRegion || regionOf(credentials),
		account: accountOf(credentials, context.getNode().credentials?.huaweiCloudApi?.id ?? ''),
	};
}
