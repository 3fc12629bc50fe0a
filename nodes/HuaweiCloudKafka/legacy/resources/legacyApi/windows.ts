import { BadInput } from '../../../../shared/contract/badInput';
import type { Field } from '../../../../shared/contract/field';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { choice } from '../../../../shared/form/fields';

/** The six windows of V1, each from one hour of the list to the next. */
const HOURS = ['02:00:00', '06:00:00', '10:00:00', '14:00:00', '18:00:00', '22:00:00'];

const values = Object.fromEntries(HOURS.map((hour) => [hour, hour.slice(0, 5)]));

/** Start and end of the maintenance window as V1 takes them. */
export const windowFields = (): Field[] => [
	choice('maintain_begin', 'Maintenance Window Start', { values, default: '02:00:00' }),
	choice('maintain_end', 'Maintenance Window End', { values, default: '06:00:00' }),
];

/**
 * Holds a maintenance window against the ones there are.
 *
 * @throws {BadInput}
 */
export function checkWindow({ body = {} }: ApiRequest): void {
	const { maintain_begin: begin, maintain_end: end } = body;
	if (begin === undefined && end === undefined) return;
	if (begin === undefined || end === undefined) {
		throw new BadInput(
			begin === undefined ? 'Maintenance Window Start' : 'Maintenance Window End',
			'is missing',
			'Set both the start and the end of the window.',
		);
	}
	const due = HOURS[(HOURS.indexOf(String(begin)) + 1) % HOURS.length];
	if (end === due) return;
	throw new BadInput(
		'Maintenance Window End',
		`is ${String(end)}`,
		`A window that starts at ${String(begin)} must end at ${due}.`,
	);
}
