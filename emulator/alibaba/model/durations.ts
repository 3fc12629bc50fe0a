import { MINUTE, SECOND } from '../../core/clock';

/** How long things take on the emulated cloud, in virtual milliseconds. */
export interface Durations {
	/** CreatePostPayOrder, CreatePrePayOrder: until the instance is known. */
	orderListed: number;
	/** CreatePostPayInstance, CreatePrePayInstance: until the instance is known. */
	instanceListed: number;
	/** Accepted StartInstance until the status changes; it reads 0 meanwhile. */
	deployLag: number;
	/** ServiceStatus 1, 2 and 3, a third of it each, until 5 (or 101). */
	deploy: number;
	/** Accepted upgrade or configuration change until the status changes; it reads 5 meanwhile. */
	changeLag: number;
	/** ServiceStatus 11 until 5 with the new specification (or 102). */
	upgrade: number;
	/** ServiceStatus 11 until 5 with the new configuration. */
	configure: number;
	/** Accepted version upgrade until the status changes; it reads 5 meanwhile. */
	versionLag: number;
	/** ServiceStatus 8 until 5 with the new version (or 102). */
	version: number;
	/** ConvertPostPayOrder until PaidType reads 0. */
	convert: number;
	/** Stopping until stopped. */
	stop: number;
	/** Starting again until in service. */
	reopen: number;
	/** Accepted release until ServiceStatus 15. */
	release: number;
	/** Accepted deletion until the instance is not listed any more; it reads 10 meanwhile. */
	delete: number;
	/** Accepted topic until its offsets are known. */
	topicReady: number;
	/** Accepted deletion of a topic until it is not listed any more. */
	topicDelete: number;
	/** Accepted topic, group, user or ACL until it is listed. */
	partListed: number;
	/** Accepted deletion of a group, user or ACL until it is not listed any more. */
	partDelete: number;
	/** Accepted switch (automatic creation, resource group) until the list shows it. */
	switched: number;
	/** Accepted reset of offsets until they are read back. */
	offsetReset: number;
}

/** Within what the vendor announces (10 to 40 minutes for a deployment or change) or guessed. */
export const DEFAULT_DURATIONS: Durations = {
	orderListed: 20 * SECOND,
	instanceListed: 5 * SECOND,
	deployLag: 5 * SECOND,
	deploy: 15 * MINUTE,
	changeLag: 5 * SECOND,
	upgrade: 10 * MINUTE,
	configure: 30 * SECOND,
	versionLag: MINUTE,
	version: 10 * MINUTE,
	convert: 10 * SECOND,
	stop: MINUTE,
	reopen: MINUTE,
	release: 2 * MINUTE,
	delete: 30 * SECOND,
	topicReady: 5 * SECOND,
	topicDelete: 5 * SECOND,
	partListed: SECOND,
	partDelete: 2 * SECOND,
	switched: 5 * SECOND,
	offsetReset: 2 * SECOND,
};
