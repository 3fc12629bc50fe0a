import type { ICredentialDataDecryptedObject, IDataObject, IPollFunctions } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { regionOf } from '../../../credentials/fields/checks';
import { BadInput } from '../contract/badInput';
import type { Clock } from '../contract/clock';
import { Failure, asFailure } from '../contract/failure';
import type { Field } from '../contract/field';
import { isBlank } from '../contract/field';
import type { EventDetails } from './compare';

/** What the user set on a trigger, as every vendor's has it. */
export interface TriggerSettings {
	/** As the items say it: "huaweiCloud". */
	provider: string;
	events: string[];
	/** As `statusKey` gives them. */
	statuses: string[];
	emitCurrent: boolean;
	nameFilter: string;
	/** Days before its expiry at which an instance is reported. */
	expiryDays: number;
	/** Region of the option; empty for the credential's. */
	otherRegion: string;
	region: string;
	/** Tells accounts apart without saying anything about them. */
	account: string;
	/** When this poll began, Unix time in milliseconds. */
	observedAt: number;
}

/** What a vendor says about itself for its trigger. */
export interface TriggerVendor {
	provider: string;
	/** Credential type. */
	credential: string;
	/** All events of its trigger. */
	events: readonly string[];
	/**
	 * What stays the same as long as the account does: keys are renewed, temporary ones every few hours.
	 *
	 * @param credentialId n8n's ID of the credential
	 */
	account(credentials: ICredentialDataDecryptedObject, credentialId: string): string;
}

/** Longest time before an expiry, days; two years are the longest that the vendors sell. */
const MOST_DAYS = 1000;

function daysOf(value: unknown): number {
	const days = value === undefined ? 7 : Number(value);
	if (typeof value !== 'object' && days > 0 && days <= MOST_DAYS) return days;
	throw new Failure('notSent', "'Days Before Expiry' is not a valid number of days", {
		advice: `Enter a number from 1 to ${MOST_DAYS}.`,
	});
}

const refused = (field: string, problem: string, advice: string) =>
	new Failure('notSent', `'${field}' ${problem}`, { advice });

/** A text that may be left blank; a list or an object would become another text. */
function textOf(field: string, value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value ?? '');
	throw refused(field, 'is not text', 'Enter a single text value, not a list or an object.');
}

function isOn(field: string, value: unknown = false): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw refused(field, 'is neither true nor false', 'Use true or false.');
}

/** A choice of several; an expression may give one alone, or none. */
const listOf = (value: unknown): string[] =>
	[value].flat().flatMap((one) => (isBlank(one) ? [] : [String(one)]));

/** A status as it is compared: whoever writes one in an expression may write it as a word of a sentence. */
export const statusKey = (status: unknown): string => String(status).trim().toLowerCase();

/** Statuses have no commas; an expression may give several in one text. */
const statusesOf = (value: unknown): string[] =>
	listOf(value).flatMap((one) => listOf(one.split(',')).map(statusKey));

/** Longest part of a wrong entry that the error repeats. */
const MOST_SHOWN = 80;

function eventsOf(value: unknown, all: readonly string[]): string[] {
	const events = listOf(value);
	if (events.length === 0) {
		throw new Failure('notSent', "'Trigger On' is empty", { advice: 'Select at least one event.' });
	}
	const wrong = events.find((event) => !all.includes(event));
	if (wrong === undefined) return events;
	throw new Failure(
		'notSent',
		`'Trigger On' contains ${wrong.slice(0, MOST_SHOWN)}, which is not an event of this trigger`,
		{ advice: `The expression must return a list of one or more of these: ${all.join(', ')}.` },
	);
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Reads and checks the parameters that every trigger has.
 *
 * @throws {Failure} `notSent`
 */
export async function triggerSettings(
	context: IPollFunctions,
	clock: Clock,
	{ provider, credential, events, account }: TriggerVendor,
): Promise<TriggerSettings> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const credentials = await context.getCredentials<ICredentialDataDecryptedObject>(credential);
	const otherRegion = textOf('Region', options.region);
	const credentialId = context.getNode().credentials?.[credential]?.id ?? '';
	return {
		provider,
		events: eventsOf(context.getNodeParameter('events', []), events),
		statuses: statusesOf(context.getNodeParameter('statuses', [])),
		emitCurrent: isOn('Emit Current State', options.emitCurrent),
		nameFilter: textOf('Instance Name Contains', options.nameFilter),
		expiryDays: daysOf(options.expiryDays),
		otherRegion,
		region: otherRegion || regionOf(credentials),
		account: digest(account(credentials, credentialId)),
		observedAt: clock.now(),
	};
}

const refusal = (error: unknown, advice: string): Failure =>
	error instanceof BadInput ? new Failure('notSent', error.message, { advice }) : asFailure(error);

/**
 * ID in the field 'Instance' of a trigger; n8n's own extraction needs the property to be displayed.
 *
 * @param advice What to do where it is missing
 * @throws {Failure} `notSent`
 */
export function watchedInstanceId(context: IPollFunctions, field: Field, advice: string): string {
	const value = context.getNodeParameter('instanceId', '') as unknown;
	try {
		return String(field.serialize(isResourceLocatorValue(value) ? value.value : value));
	} catch (error) {
		throw refusal(error, advice);
	}
}

/** What every item of a trigger begins with. */
export const detailsOf = (
	{ provider, region, observedAt }: TriggerSettings,
	{ event, ...details }: Omit<EventDetails, 'provider' | 'region' | 'observedAt'>,
): EventDetails & IDataObject => ({
	event,
	provider,
	region,
	...details,
	observedAt: new Date(observedAt).toISOString(),
});
