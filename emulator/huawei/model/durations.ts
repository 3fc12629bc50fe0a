import { MINUTE, SECOND } from '../../core/clock';

/** How long things take on the emulated cloud, in virtual milliseconds. */
export interface Durations {
	/** CREATING until RUNNING (or CREATEFAILED). */
	create: number;
	/** RUNNING until the connection addresses and cross_vpc_info appear. */
	connectionInfo: number;
	/** Pre-paid only: create until the detail and the list know the instance. */
	prePaidVisible: number;
	/** Accepted restart until the status changes; it reads RUNNING meanwhile. */
	restartLag: number;
	/** RESTARTING until RUNNING. */
	restart: number;
	/** Accepted resize until the status changes; it reads RUNNING meanwhile. */
	extendLag: number;
	/** EXTENDING until RUNNING with the new size, or EXTENDEDFAILED. */
	extend: number;
	/** DELETING until the detail answers 404. */
	delete: number;
	/** How long of it the status reads ERROR, from the middle on. */
	deleteError: number;
	/** EXECUTING until a background task has ended. */
	task: number;
	/** Accepted job until it is listed as a task. */
	taskListed: number;
	/** Accepted topic until it is listed (terraform-provider-huaweicloud #5244). */
	topicListed: number;
	/** Deleted topic until it is listed no longer. */
	topicUnlisted: number;
	/** Accepted consumer group or user until it is listed. */
	rowListed: number;
	/** Deleted consumer group or user until it is listed no longer. */
	rowUnlisted: number;
}

/** Durations as measured on the real cloud, races off. */
export const DEFAULT_DURATIONS: Durations = {
	create: 10 * MINUTE,
	connectionInfo: 20 * SECOND,
	prePaidVisible: 20 * SECOND,
	restartLag: 5 * SECOND,
	restart: 3 * MINUTE,
	extendLag: 5 * SECOND,
	extend: 10 * MINUTE,
	delete: 4 * MINUTE,
	deleteError: 0,
	task: 10 * SECOND,
	taskListed: 0,
	topicListed: 3 * SECOND,
	topicUnlisted: 0,
	rowListed: 0,
	rowUnlisted: 0,
};
