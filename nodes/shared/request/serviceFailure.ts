import type { IDataObject } from 'n8n-workflow';

import type { FailureDetails, FailureKind } from '../contract/failure';
import { Failure } from '../contract/failure';

/** What a service's code means, and what to do about it, each a full sentence. */
export type ErrorText = readonly [meaning: string, advice: string];

/** A sentence as a part of another one. */
export const withoutPeriod = (sentence: string): string => sentence.replace(/\.$/, '');

const UNKNOWN_ADVICE: Partial<Record<FailureKind, string>> = {
	throttled: 'Send fewer requests at once, or try again later.',
	broken: 'Try again later.',
	refused: 'Check the parameters of this operation, and that the user is allowed to perform it.',
};

/**
 * A failure that a service reports.
 *
 * @param known What its code means, where that is known
 * @param said Its own words, or what to say where it has none
 * @param advice What to do where the code is not known, instead of the usual
 */
export function serviceFailure(
	kind: FailureKind,
	details: FailureDetails,
	known: ErrorText | undefined,
	said: string,
	advice: Partial<Record<FailureKind, string>> = {},
): Failure {
	return new Failure(kind, withoutPeriod(known ? known[0] : said), {
		...details,
		advice: known?.[1] ?? advice[kind] ?? UNKNOWN_ADVICE[kind],
		// Said already, as the message.
		vendorMessage: known ? details.vendorMessage : undefined,
	});
}

/** A status that the API never sends. */
export const notFromApi = (httpStatus: number): Failure =>
	new Failure(
		'refused',
		`the endpoint responded with status ${httpStatus}, which does not come from the API`,
		{ httpStatus, advice: "Check the credential's 'Endpoint' and any proxy." },
	);

/** A success whose body is not what the API returns: nothing is known of what it did. */
export const unreadable = (httpStatus: number, cloud: string): Failure =>
	new Failure('broken', 'the response could not be read: it is not the JSON that the API returns', {
		httpStatus,
		advice: `A proxy or gateway may have responded instead of ${cloud}.`,
	});

/** Whether a body is a JSON object. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
