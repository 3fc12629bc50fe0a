import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/contract/badInput';
import type { Field } from '../shared/contract/field';
import { flag, moment } from '../shared/form/fields';

/** Whether and when an operation starts later, as a scheduled task. */
export const startLater = (): Field[] => [
	flag('is_schedule', 'Start Later', "Whether to start at 'Start Time' instead of immediately", {
		default: true,
	}),
	moment('execute_at', 'Start Time', 'Start time'),
];

/**
 * Holds a schedule against the rule that both of its parts go together.
 *
 * @throws {BadInput}
 */
export function checkSchedule({ is_schedule, execute_at }: IDataObject): void {
	if (is_schedule === true && execute_at === undefined) {
		throw new BadInput('Start Time', 'is missing', "Add it, or turn 'Start Later' off.");
	}
	if (execute_at !== undefined && is_schedule !== true) {
		throw new BadInput(
			'Start Time',
			"is set without 'Start Later'",
			"Turn 'Start Later' on, or remove it.",
		);
	}
}
