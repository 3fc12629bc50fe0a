/**
 * Where an instance is in its life: ServiceStatus and ViewInstanceStatusCode, which give other
 * meanings to the same numbers. Where no ServiceStatus is known for a phase, the last one stays.
 */
export const CODES = {
	waiting: [0, 0],
	preparing: [1, 1],
	initializing: [2, 1],
	starting: [3, 1],
	deployFailed: [101, 101],
	serving: [5, 2],
	changing: [11, 7],
	upgrading: [8, 7],
	upgradeFailed: [102, 102],
	stopping: [null, 21],
	// The acceptance test of the Terraform provider's alikafka_instance_v2 sees 15 after a stop.
	stopped: [15, 3],
	reopening: [15, 22],
	releasing: [null, 23],
	released: [15, 6],
	expired: [15, 5],
	deleting: [10, 6],
} as const;

/** A phase of an instance's life. */
export type Phase = keyof typeof CODES;

/** Phases in which Kafka works, so that topics, groups, users and messages can be reached. */
export const WORKING: readonly Phase[] = ['serving', 'changing', 'upgrading', 'upgradeFailed'];

/** Phases of an instance that was given up or ran out. */
export const ENDED: readonly Phase[] = ['released', 'expired', 'deleting'];
