/** What the Log Service (CLS) has to do with Kafka, as on the wire. Log topics themselves come from elsewhere. */

/** An import of Kafka messages into a log topic; 1 running, 2 paused, 3 error. */
export interface LogImport {
	Id: string;
	TopicId: string;
	Name: string;
	Status: 1 | 2 | 3;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
	/** The other parameters, as they were given. */
	settings: Record<string, unknown>;
	region: string;
}

/** What logs become messages of CKafka; the log topic names it. */
export interface LogShipping {
	ConsumerId: string;
	TopicId: string;
	Effective: boolean;
	/** Virtual ms since the epoch. */
	createdAt: number;
	settings: Record<string, unknown>;
	region: string;
}

/** A log topic that Kafka clients consume. */
export interface ServedTopic {
	FromTopicId: string;
	settings: Record<string, unknown>;
	region: string;
}

/** What an account has of it. */
export class Logs {
	imports: LogImport[] = [];
	shippings: LogShipping[] = [];
	served: ServedTopic[] = [];

	/** Forgets everything, as between two tests. */
	clear(): void {
		this.imports = [];
		this.shippings = [];
		this.served = [];
	}
}
