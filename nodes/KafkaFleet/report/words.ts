import type { NotReadReason } from '../../shared/fleet/vendor';
import type { OutcomeWord } from '../deletion/send';

/** What reports call things that records have a word for. */

/** Why a region was not read. */
export const REASONS: Readonly<Record<NotReadReason, string>> = {
	broken: 'its response was not understood',
	changedWhileRead: 'it changed while it was read',
	missingFromRegion: 'its list lacks instances',
	noPermission: 'no permission',
	notOpened: 'not activated',
	skipped: 'left out',
	throttled: 'too many requests',
	timedOut: 'timed out',
	unreachable: 'unreachable',
};

/** What became of an instance. */
export const OUTCOME_LABELS: Readonly<Record<OutcomeWord, string>> = {
	alreadyDeleting: 'already being deleted',
	alreadyGone: 'already gone',
	deleted: 'deleted',
	deletionStarted: 'being deleted',
	inRecycleBin: 'in the recycle bin',
	kept: 'kept',
	notTried: 'not tried',
	refused: 'could not be deleted',
	releasedOnly: 'released',
	repeated: 'named more than once',
	unknownOutcome: 'outcome not known',
	wouldDelete: 'would be deleted',
};

/** A word as the table has it; one that it lacks stays. */
export const labelOf = (labels: Readonly<Record<string, string>>, word: string): string =>
	labels[word] ?? word;

/** "1,300": digits in groups, as in all texts of the node. */
export const numberText = (value: number): string => value.toLocaleString('en-US');
