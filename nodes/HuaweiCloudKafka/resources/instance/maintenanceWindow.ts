import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, group } from '../../../shared/form/fields';

const WINDOW_EDGES = [
	['maintain_begin', 'Maintenance Window Start Name or ID', 'getWindowStarts'],
	['maintain_end', 'Maintenance Window End Name or ID', 'getWindowEnds'],
] as const;

/**
 * Start and end of the maintenance window. Lists of windows have hours only; the API wants `02:00` in
 * one place and `02:00:00` in another, so that each of the three is taken.
 */
const edges = (form: 'HH:mm' | 'HH:mm:ss'): Field[] =>
	WINDOW_EDGES.map(([wireName, displayName, method]) => {
		const field = choice(wireName, displayName, { load: { method } });
		const inForm = (value: unknown) => {
			if (value === undefined) return undefined;
			const time = /^(\d{2})(?::(\d{2})(?::\d{2})?)?$/.exec(String(value));
			if (!time)
				throw new BadInput(displayName, 'is not a valid time', 'Enter it in the format 02:00.');
			return `${time[1]}:${time[2] ?? '00'}${form === 'HH:mm' ? '' : ':00'}`;
		};
		return { ...field, serialize: (value) => inForm(field.serialize(value)) };
	});

/** The maintenance window, of which both ends are needed. */
export const maintenanceWindow = (form: 'HH:mm' | 'HH:mm:ss'): Field =>
	group('maintenanceWindow', 'Maintenance Window', {
		entry: 'Maintenance Window',
		description: 'When the service may work on the instance',
		fields: edges(form),
	});

/**
 * Holds a maintenance window against the rule that both its ends are given or none.
 *
 * @throws {BadInput}
 */
export function checkMaintenanceWindow({ body = {} }: ApiRequest): void {
	for (const [index, [wireName, displayName]] of WINDOW_EDGES.entries()) {
		const [other] = WINDOW_EDGES[1 - index];
		if (body[wireName] === undefined && body[other] !== undefined) {
			throw new BadInput(
				displayName,
				'is missing',
				'Set both the start and the end of the window.',
			);
		}
	}
}
