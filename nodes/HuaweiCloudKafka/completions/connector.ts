import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest } from '../../shared/contract/completion';
import { observeInstance } from './instance';
import { unnamedTask } from './task';

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

/** Not one of the tasks that copy or dump. */
const task = unnamedTask(/connector(?!.*task)/i);

const isShown = ({ record = {} }: Observation, wanted: boolean) => hasConnector(record) === wanted;

const switched = (wanted: boolean): Completion => ({
	first: 10,
	every: 10,
	mark: task.mark,
	observe: async (item, json, mark) => {
		const observation = await observeInstance(item, json);
		// What has failed leaves the instance running, as it was before.
		const isOpen = observation.kind === 'ready' && !isShown(observation, wanted);
		return (isOpen && (await task.failed(item, mark))) || observation;
	},
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
