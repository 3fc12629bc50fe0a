export type InstanceStatus =
	| 'CREATING'
	| 'CREATEFAILED'
	| 'RUNNING'
	| 'ERROR'
	| 'RESTARTING'
	| 'EXTENDING'
	| 'EXTENDEDFAILED'
	| 'DELETING'
	| (string & {});

export type TaskStatus = 'CREATED' | 'EXECUTING' | 'SUCCESS' | 'FAILED' | 'DELETED' | 'CANCELLED';
