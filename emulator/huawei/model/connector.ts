import type { Connector, ConnectorTask } from './contents';
import type { Instance } from './instance';
import { startTask } from './tasks';

/** Begins to switch Smart Connect on: RUNNING for a while, EXTENDING, then RUNNING with it. */
export function beginConnector(
	instance: Instance,
	job: string,
	connector: Connector,
	now: number,
): void {
	const { extendLag, extend } = instance.durations;
	const name = 'createConnector';
	change(instance, now, 'EXTENDING');
	startTask(instance, { id: job, name, params: {}, duration: extendLag + extend }, now, () => {
		instance.connector = connector;
		instance.connectorEnable = true;
		return true;
	});
	instance.agenda.plan(now + extendLag + extend, () => {
		instance.status = instance.failingTasks.includes(name) ? 'ERROR' : 'RUNNING';
	});
}

/** Begins to switch Smart Connect off, with all its tasks: CONNECTOR_DELETING, then RUNNING without it. */
export function beginConnectorDeletion(instance: Instance, job: string, now: number): void {
	const { extendLag, restart } = instance.durations;
	change(instance, now, 'CONNECTOR_DELETING');
	const task = { id: job, name: 'deleteConnector', params: {}, duration: extendLag + restart };
	startTask(instance, task, now, () => {
		instance.connector = null;
		instance.connectorEnable = false;
		return true;
	});
	instance.agenda.plan(now + extendLag + restart, () => {
		instance.status = 'RUNNING';
	});
}

function change(instance: Instance, now: number, status: string): void {
	instance.agenda.plan(now + instance.durations.extendLag, () => {
		instance.status = status;
	});
}

/** Leads a task through statuses, each of which begins after some virtual ms. */
export function lead(
	instance: Instance,
	task: ConnectorTask,
	now: number,
	steps: Array<[after: number, status: string]>,
): void {
	task.changes += 1;
	const { changes } = task;
	for (const [after, status] of steps) {
		instance.agenda.plan(now + after, () => {
			if (task.changes === changes) task.status = status;
		});
	}
}
