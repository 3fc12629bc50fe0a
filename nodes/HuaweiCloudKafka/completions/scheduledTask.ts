import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest, persisted, trailing } from '../../shared/contract/completion';
import { listAll } from '../../shared/request/readList';
import { scheduledTaskPages } from '../api/pages';
import { timeOf } from '../api/records';
import { listScheduledTasks } from '../api/requests';
import { taskStatusKind } from '../api/status';

const DIGITS = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** A time in UTC as 14 digits, a date, or Unix milliseconds; `undefined` where it is none. */
const momentOf = (value: unknown): number | undefined =>
	timeOf(String(value ?? '').replace(DIGITS, '$1-$2-$3T$4:$5:$6Z'));

/** Seconds that the service may cut off. */
const PRECISION = 60_000;

/** Looks that show the old start time, or another one, after which that is told. */
const CHECKS_WITH_OTHER_TIME = 3;

const OTHER_TIME = 'another start time';

const isOther = ({ status }: Observation) => status === OTHER_TIME;

function seen(row: IDataObject, { cancelled, execute_at: asked }: IDataObject): Observation {
	const status = String(row.status ?? 'unknown');
	const record = { scheduleAt: row.schedule_at };
	if (cancelled === true) {
		if (status.toUpperCase() === 'CANCELLED') return { status, kind: 'ready' };
		// It was faster than its cancellation.
		return { status, kind: taskStatusKind(status) === 'ready' ? 'failed' : 'pending' };
	}
	const [shown, wanted] = [momentOf(row.schedule_at), momentOf(asked)];
	const isTold = shown !== undefined && wanted !== undefined;
	if (isTold && Math.abs(shown - wanted) >= PRECISION) {
		return { status: OTHER_TIME, kind: 'ready', record };
	}
	return { status, kind: 'ready', record };
}

/**
 * How a scheduled task shows what was asked of it. The zone of its times is not documented, so that a start
 * time which is not the requested one is told.
 */
export const scheduledTaskChanged: Completion = {
	first: 2,
	every: 5,
	observe: async (item, json) => {
		const instanceId = item.nodeParameter('instanceId');
		const rows = await listAll(item, listScheduledTasks(instanceId), scheduledTaskPages);
		const row = rows.find(({ id }) => id === json.id);
		return row ? seen(row, json) : { status: 'not visible', kind: 'pending' };
	},
	isReached: (observations) =>
		latest(observations).kind === 'ready' &&
		(!isOther(latest(observations)) ||
			persisted(
				trailing(observations, 'ready'),
				CHECKS_WITH_OTHER_TIME,
				scheduledTaskChanged.every,
			)),
	told: (observation) =>
		isOther(observation)
			? {
					note: `The service shows ${String(observation.record?.scheduleAt)} as the start time, not the requested one. Check its time zone before you rely on it.`,
				}
			: {},
	subject: ({ id }) => `scheduled task ${String(id)}`,
};
