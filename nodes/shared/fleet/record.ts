import type { IDataObject } from 'n8n-workflow';

import type { Mark } from './marks';
import type { Billing, Cloud, Health, State, Tags, Time } from './words';

/** What the fleet reads at once: a region of a cloud; of Huawei Cloud, one of its projects. */
export interface Scope {
	cloud: Cloud;
	/** Region ID: `cn-north-4`. */
	region: string;
	/** Name of the project of Huawei Cloud, as in the console: `cn-north-4_dev`; elsewhere `null`. */
	project: string | null;
	/** ID of that project; elsewhere `null`. */
	projectId: string | null;
}

/**
 * What a cloud tells of an instance, in one form for all. Each field is always there; `null` means that the
 * cloud did not tell, never 0, "" or a default. Numbers are finite and at least 0.
 */
export interface VendorRecord {
	cloud: Cloud;
	/** Region of the scope that was asked. */
	region: string;
	/** Project of the scope, see `Scope`. */
	project: string | null;
	projectId: string | null;
	id: string;
	/** The ID where it has no name of its own. */
	name: string;
	/** Whether it has a name of its own. */
	named: boolean;
	state: State;
	/** The cloud's own word, or the vendor node's words for its code. */
	statusText: string;
	health: Health | null;
	/** A word of the vendor: `cluster`, `profession`, `serverless`, ...; `unknown` where it cannot be told. */
	edition: string;
	/** What it can do, as the vendor writes it: `kafka.2u4g.cluster`, `alikafka.hw.2xlarge`. */
	spec: string | null;
	/** Version of Apache Kafka as text: `2.7`, `2.8.1`. */
	kafkaVersion: string | null;
	brokers: number | null;
	/** GB, as the vendor counts them. */
	storageGb: number | null;
	storageUsedGb: number | null;
	/** Megabytes a second, not megabits. */
	bandwidthMBps: number | null;
	partitionsUsed: number | null;
	partitionsMax: number | null;
	topicsUsed: number | null;
	topicsMax: number | null;
	groupsUsed: number | null;
	vpcId: string | null;
	/** Empty where none is told. */
	subnetIds: string[];
	securityGroupId: string | null;
	/** Empty where none is told. */
	zones: string[];
	publicAccess: boolean | null;
	/** `host:port,host:port`, as Kafka clients take it. */
	bootstrapServers: string | null;
	/** PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, or SSL. */
	securityProtocol: string | null;
	/** `null`: the cloud did not tell, which is not "has none": {}. */
	tags: Tags | null;
	/** Who created it, where the cloud tells; `owner` prefers tags. */
	createdBy: string | null;
	billing: Billing;
	createdAt: Time | null;
	/** End of a subscription; `null` for pay-as-you-go. */
	expiresAt: Time | null;
	autoRenew: boolean | null;
	/** Whether the cloud's own deletion protection is on; `null` where it has none or did not tell. */
	deletionProtection: boolean | null;
	/** Where it waits in a recycle bin. */
	recycle: Recycle | null;
	/** What the record leaves open, or where it contradicts itself: full sentences. */
	warnings: string[];
	/** When the cloud told this, by the clock of this machine. */
	readAt: Time;
	/** The vendor's record, only where `ReadHow.raw` asks for it. */
	raw?: IDataObject;
}

/** Whether an instance is gone but for its row in the list, and not waiting in a recycle bin. */
export const isListedOnly = ({
	state,
	recycle,
}: Pick<FleetInstance, 'state' | 'recycle'>): boolean => state === 'released' && recycle === null;

/** An instance in a recycle bin. */
export interface Recycle {
	deletesAt: Time | null;
	/** In the account's currency, as the cloud says it. */
	costPerHour: number | null;
}

/** What keeps an instance from being deleted. */
export interface Protection {
	/** The cloud's own switch; `null` where it has none or did not tell. */
	vendor: boolean | null;
	/** Tag `fleet-keep`. */
	tag: boolean;
	/** A protected word in its name; only where words are given. */
	name: boolean;
}

/** What a row of the user's price table says. */
export interface Price {
	amount: number;
	currency: string;
	per: 'month';
	from: 'table';
}

/** An instance as the node gives it out. */
export interface FleetInstance extends VendorRecord {
	/** `cloud:region:project ID:instance ID`; the third part is empty outside of Huawei Cloud. */
	key: string;
	/** ID of the account of the credential; `null` where it was not asked for, or could not be told. */
	account: string | null;
	owner: string | null;
	/** Days with one decimal, by the clock of the cloud. */
	ageDays: number | null;
	protected: Protection;
	mark: Mark | null;
	price: Price | null;
}

/** What an instance is found again by. */
export interface Key {
	cloud: Cloud;
	region: string;
	projectId: string | null;
	id: string;
}

/** The key of an instance, unique over all clouds. */
export const keyOf = ({ cloud, region, projectId, id }: Key): string =>
	[cloud, region, projectId ?? '', id].join(':');

/** The key of a scope. */
export const scopeKey = ({ cloud, region, projectId }: Scope): string =>
	[cloud, region, projectId ?? ''].join(':');

/** The scope of an instance. */
export const scopeOf = ({ cloud, region, project, projectId }: VendorRecord): Scope => ({
	cloud,
	region,
	project,
	projectId,
});

/**
 * A record of which the cloud has told nothing yet: vendors fill in what it did tell.
 *
 * @param readAt Unix time, milliseconds
 */
export const blankRecord = (
	{ cloud, region, project, projectId }: Scope,
	id: string,
	readAt: number,
): VendorRecord => ({
	cloud,
	region,
	project,
	projectId,
	id,
	name: id,
	named: false,
	state: 'unknown',
	statusText: '',
	health: null,
	edition: 'unknown',
	spec: null,
	kafkaVersion: null,
	brokers: null,
	storageGb: null,
	storageUsedGb: null,
	bandwidthMBps: null,
	partitionsUsed: null,
	partitionsMax: null,
	topicsUsed: null,
	topicsMax: null,
	groupsUsed: null,
	vpcId: null,
	subnetIds: [],
	securityGroupId: null,
	zones: [],
	publicAccess: null,
	bootstrapServers: null,
	securityProtocol: null,
	tags: null,
	createdBy: null,
	billing: 'unknown',
	createdAt: null,
	expiresAt: null,
	autoRenew: null,
	deletionProtection: null,
	recycle: null,
	warnings: [],
	readAt: new Date(readAt).toISOString(),
});
