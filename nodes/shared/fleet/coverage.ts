import type { Failure } from '../contract/failure';
import type { NotRead, NotReadReason } from './vendor';
import type { Scope } from './record';

/** What a kind of failure means for what was to be read, where the vendor's code does not say more. */
export const REASON_OF_KIND = {
	notSent: 'noPermission',
	unreachable: 'unreachable',
	throttled: 'throttled',
	busy: 'throttled',
	refused: 'broken',
	broken: 'broken',
	lost: 'unreachable',
	cancelled: 'timedOut',
	unfinished: 'broken',
} as const satisfies Readonly<Record<Failure['kind'], NotReadReason>>;

/** What to do about each reason, where the failure does not say it. */
const ADVICE: Readonly<Record<NotReadReason, string>> = {
	noPermission: 'Allow the credential to list instances in this region, or exclude the region.',
	notOpened: 'Open the region in the console, or exclude it.',
	unreachable:
		'Check that this n8n instance is allowed to connect to the host, or exclude the region.',
	throttled: 'Run this again later, with fewer regions at once.',
	broken: 'Run this again later. If this persists, exclude the region.',
	timedOut: "Run this again later, or increase 'Time Limit per Region (Seconds)'.",
	changedWhileRead: 'Run this again: the list changed while it was read.',
	missingFromRegion: 'Look for the instance in the console: no list of a region contains it.',
	skipped: 'Nothing: it is not a region of Kafka.',
};

/** Refusals that say that a permission is missing, whatever their code. */
const isForbidden = ({ details }: Failure) =>
	details.httpStatus === 401 || details.httpStatus === 403;

/**
 * Why a scope could not be read.
 *
 * @param known What the vendor makes of the failure
 */
export const notReadReason = (failure: Failure, known?: NotReadReason): NotReadReason =>
	known ??
	(failure.details.isChanging
		? 'changedWhileRead'
		: failure.kind === 'refused' && isForbidden(failure)
			? 'noPermission'
			: REASON_OF_KIND[failure.kind]);

/**
 * The row of a region that could not be read.
 *
 * @param now Unix time, milliseconds
 */
export function notReadRow(
	{ cloud, region, project }: Scope,
	failure: Failure,
	reason: NotReadReason,
	now: number,
): NotRead {
	const { advice, code, requestId } = failure.details;
	return {
		kind: 'regionNotRead',
		cloud,
		region,
		project,
		reason,
		message: failure.message,
		code: code ?? null,
		requestId: requestId ?? null,
		whatToDo: advice ?? ADVICE[reason],
		readAt: new Date(now).toISOString(),
	};
}

/** A row that no failure stands behind. */
export const rowOf = (
	{ cloud, region, project }: Scope,
	reason: NotReadReason,
	message: string,
	now: number,
): NotRead => ({
	kind: 'regionNotRead',
	cloud,
	region,
	project,
	reason,
	message,
	code: null,
	requestId: null,
	whatToDo: ADVICE[reason],
	readAt: new Date(now).toISOString(),
});
