import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest } from '../../shared/contract/completion';
import { observeInstance } from './instance';

/**
 * How switching Smart Connect shows: not by the job of the answer, whose ID is in another form than those of
 * tasks, but by the instance, as the Terraform provider waits: EXTENDING or CONNECTOR_DELETING, then RUNNING.
 */

/** Whether an instance has Smart Connect; `undefined` where its record does not say so. */
export function hasConnector({
	connector_enable: on,
	connector_id: id,
}: IDataObject): boolean | undefined {
	if (typeof on === 'boolean') return on;
	if (on === 'true' || on === 'false') return on === 'true';
	return typeof id === 'string' ? id !== '' : undefined;
}

const isShown = ({ record = {} }: Observation, wanted: boolean) => hasConnector(record) === wanted;

const switched = (wanted: boolean): Completion => ({
	first: 10,
	every: 10,
	observe: observeInstance,
	isReached: (observations) =>
		latest(observations).kind === 'ready' &&
		(isShown(latest(observations), wanted) ||
			(hasConnector(latest(observations).record ?? {}) === undefined &&
				observations.some(({ kind }) => kind === 'pending'))),
	isHopeless: (observations) => ['failed', 'gone'].includes(latest(observations).kind),
	subject: ({ instance_id: id }) => `Smart Connect of instance ${String(id)}`,
});

export const connectorEnabled = switched(true);
export const connectorDisabled = switched(false);
