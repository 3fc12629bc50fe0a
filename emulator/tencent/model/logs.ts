/** What the Log Service (CLS) has to do with Kafka, as on the wire. */

/** A log topic, of which nothing else needs to exist for an import or a shipping here. */
export interface LogTopic {
	LogsetId: string;
	TopicId: string;
	TopicName: string;
	PartitionCount: number;
	Index: boolean;
	CreateTime: string;
	Status: boolean;
	StorageType: 'hot' | 'cold';
	region: string;
}

/** Log topics that an account begins with. */
const TOPICS: LogTopic[] = [
	['b53fe5be-7ee3-4031-8043-5a73bad4f572', 'orders'],
	['5cd3a17e-fb0b-418c-afd7-77b365397426', 'audit'],
].map(([TopicId, TopicName]) => ({
	LogsetId: 'e08f6f0e-1d5e-4f6b-b0f0-1e0e0f1c7c10',
	TopicId,
	TopicName,
	PartitionCount: 1,
	Index: true,
	CreateTime: '2024-03-10 12:00:00',
	Status: true,
	StorageType: 'hot',
	region: 'ap-guangzhou',
}));

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
	readonly topics = structuredClone(TOPICS);
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
