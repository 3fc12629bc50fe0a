import { Agenda } from '../../core/agenda';

/** The connector of CKafka (DataHub): tasks and connections, which come from elsewhere. */

/** Statuses of a task. */
export const TASK = {
	running: 1,
	deleting: 2,
	deleted: 3,
	deletionFailed: 4,
	pausing: 5,
	paused: 6,
	pausingFailed: 7,
	resuming: 8,
	resumingFailed: 9,
} as const;

/** A task of the connector. */
export interface ConnectorTask {
	TaskId: string;
	TaskName: string;
	TaskType: 'SOURCE' | 'SINK';
	Status: number;
	region: string;
	/** What the list and the details tell besides, as on the wire. */
	record: Record<string, unknown>;
	/** What only the details tell. */
	details?: Record<string, unknown>;
	/** Whether what is asked of it fails. */
	isFailing?: boolean;
}

/** A connection that tasks use. */
export interface Connection {
	ResourceId: string;
	ResourceName: string;
	Type: string;
	Status: number;
	region: string;
	/** What is told of it besides, as on the wire. */
	record: Record<string, unknown>;
}

/** How long a task takes to pause, resume, restart, or go; virtual ms. */
const WORK = 8_000;

/** What an account has of it. */
export class Connectors {
	tasks: ConnectorTask[] = [];
	/** Those that no list has any longer. */
	deleted: ConnectorTask[] = [];
	connections: Connection[] = [];
	private agenda = new Agenda();

	/** Forgets everything, as between two tests. */
	clear(): void {
		this.tasks = [];
		this.deleted = [];
		this.connections = [];
		this.agenda = new Agenda();
	}

	/** Carries out what is due. */
	settle(now: number): void {
		this.agenda.settle(now);
	}

	/** Begins work on a task, which ends in one of two ways. */
	begin(
		task: ConnectorTask,
		now: number,
		{ during, failed, end }: { during: number; failed: number; end: () => void },
	): void {
		task.Status = during;
		this.agenda.plan(now + WORK, () => {
			if (task.isFailing) task.Status = failed;
			else end();
		});
	}
}
