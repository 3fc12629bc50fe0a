import type { Health, State } from '../../shared/fleet/words';

/** What the fleet calls the codes of an instance. Source: comments of the official SDK, see `INSTANCE_STATUSES`. */

const STATES: Readonly<Record<string, State>> = {
	'-1': 'failed',
	'0': 'creating',
	'1': 'running',
	'2': 'deleting',
	'3': 'gone',
	'4': 'failed',
	'5': 'expired',
	'7': 'changing',
};

const HEALTHS: Readonly<Record<string, Health>> = { '1': 'ok', '2': 'warning', '3': 'bad' };

const entryOf = <T>(table: Readonly<Record<string, T>>, code: unknown): T | undefined =>
	typeof code !== 'object' && Object.hasOwn(table, String(code)) ? table[String(code)] : undefined;

/** State by a code of `Status`; `unknown` for one that no document lists. */
export const stateOf = (code: unknown): State => entryOf(STATES, code) ?? 'unknown';

/** Health by a code of `Healthy`; `null` for one that no document lists. */
export const healthOf = (code: unknown): Health | null => entryOf(HEALTHS, code) ?? null;
