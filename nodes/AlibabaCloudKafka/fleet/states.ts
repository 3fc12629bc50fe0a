import type { IDataObject } from 'n8n-workflow';

import type { State } from '../../shared/fleet/words';

/** `ViewInstanceStatusCode` in the words of the fleet. Source of the codes: `../api/status.ts`. */
const VIEW_STATES: Readonly<Record<string, State>> = {
	'0': 'undeployed',
	'1': 'creating',
	'2': 'running',
	'3': 'stopped',
	'4': 'running',
	'5': 'expired',
	'6': 'released',
	'7': 'changing',
	'8': 'changing',
	'21': 'changing',
	'22': 'changing',
	'23': 'deleting',
	'30': 'changing',
	'101': 'failed',
	'102': 'failed',
	'103': 'failed',
};

/** `ServiceStatus` in the same words, but for 15, of which the number alone does not say what it means. */
const SERVICE_STATES: Readonly<Record<string, State>> = {
	'0': 'undeployed',
	'1': 'creating',
	'2': 'creating',
	'3': 'creating',
	'5': 'running',
	'6': 'changing',
	'7': 'changing',
	'8': 'changing',
	'9': 'changing',
	'10': 'released',
	'11': 'changing',
	'30': 'changing',
	'101': 'failed',
	'102': 'failed',
};

const OUT_OF_SERVICE = '15';

const codeIn = (value: unknown): string | undefined =>
	typeof value === 'number' || (typeof value === 'string' && value !== '')
		? String(value)
		: undefined;

const stateIn = (states: Readonly<Record<string, State>>, code: string): State =>
	Object.hasOwn(states, code) ? states[code] : 'unknown';

/**
 * The state of an instance. The newer status decides where it is there; but one only counts as running when
 * the older one does not say anything else.
 *
 * @param isOver Whether it is a subscription whose time has run out
 */
export function stateOf(
	{ ViewInstanceStatusCode, ServiceStatus }: IDataObject,
	isOver: boolean,
): State {
	const [view, service] = [codeIn(ViewInstanceStatusCode), codeIn(ServiceStatus)];
	const shown = view === undefined ? undefined : stateIn(VIEW_STATES, view);
	if (shown !== undefined && (shown !== 'running' || service === undefined)) return shown;
	if (service === undefined) return 'unknown';
	// Stopped, expired, and released ones all read so.
	if (service === OUT_OF_SERVICE) return isOver ? 'expired' : 'outOfService';
	return stateIn(SERVICE_STATES, service);
}
