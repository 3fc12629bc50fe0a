import type { State } from '../../shared/fleet/words';
import type { INSTANCE_STATUSES } from '../api/status';

/** What the statuses of an instance mean to the fleet. FROZEN stands for arrears and for a freeze alike. */
const STATES: Readonly<Record<keyof typeof INSTANCE_STATUSES, State>> = {
	CREATING: 'creating',
	CREATEFAILED: 'failed',
	RUNNING: 'running',
	ERROR: 'failed',
	STARTING: 'changing',
	RESTARTING: 'changing',
	EXTENDING: 'changing',
	EXTENDEDFAILED: 'failed',
	DELETING: 'deleting',
	FREEZING: 'changing',
	FROZEN: 'expired',
	SHRINKING: 'changing',
	CONFIGURING: 'changing',
	ROLLBACK: 'changing',
	ROLLBACKFAILED: 'failed',
	VOLUMETYPECHANGING: 'changing',
	CONNECTOR_DELETING: 'changing',
	RECYCLE: 'released',
};

/** The state by a status; whatever no document lists is `unknown`. */
export function stateOf(status: unknown): State {
	const name = String(status ?? '').toUpperCase();
	return Object.hasOwn(STATES, name) ? STATES[name as keyof typeof STATES] : 'unknown';
}
