import type { IDataObject } from 'n8n-workflow';

import type { FleetInstance } from '../../shared/fleet/record';
import type { Done } from '../deletion/job';
import type { Outcome } from '../deletion/send';
import type { DeletionSettings } from '../deletion/settings';
import type { FleetRow } from '../report/shapes';

/** The row of one instance and what became of it. */
export const row = (
	instance: FleetInstance,
	judgement: FleetRow['judgement'],
	{ outcome, message, failure, more }: Outcome,
): FleetRow => ({
	instance,
	...(judgement && { judgement }),
	done: {
		outcome,
		message,
		guard: null,
		deletesAt: null,
		costPerHour: null,
		code: failure?.details.code ?? null,
		requestId: failure?.details.requestId ?? null,
		...more,
	} as IDataObject,
});

/** The row of what was carried out. */
export const doneRow = ({ instance, judgement, outcome }: Done): FleetRow =>
	row(instance, judgement, outcome);

/** What a report has to say of the guards that are not set. */
export const notesOf = ({
	onlyAccounts,
	neverAccounts,
	dryRun,
}: Pick<DeletionSettings, 'onlyAccounts' | 'neverAccounts' | 'dryRun'>): string[] => [
	...(onlyAccounts.length + neverAccounts.length === 0
		? ["The account was not checked: neither 'Only in Accounts' nor 'Never in Accounts' is set."]
		: []),
	...(dryRun ? ['This was a dry run: nothing was deleted.'] : []),
];
