/** Status of an instance; 6 is not documented. */
export const STATUS = {
	createFailed: -1,
	creating: 0,
	running: 1,
	deleting: 2,
	deleted: 3,
	deleteFailed: 4,
	isolated: 5,
	upgrading: 7,
} as const;

export type InstanceStatus = (typeof STATUS)[keyof typeof STATUS];

/** Status of a topic. */
export const TOPIC_STATUS = { normal: 0, deleting: 2 } as const;

/** Status of a route. */
export const ROUTE_STATUS = {
	creating: 1,
	created: 2,
	createFailed: 3,
	deleting: 4,
	deleteFailed: 6,
} as const;

/** State of a flow. 0 is success, 1 is failure. */
export const FLOW_STATUS = { succeeded: 0, failed: 1, running: 2 } as const;
