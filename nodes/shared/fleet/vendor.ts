import type { INodePropertyOptions } from 'n8n-workflow';

import type { Observation } from '../contract/completion';
import type { Failure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import type { Connection } from '../request/connection';
import type { Series, ServiceSigns, UnknownReason } from './activity';
import type { FleetForm } from './form';
import type { FleetInstance, Scope, VendorRecord } from './record';
import type { Cloud, Tags, Time } from './words';

export type { ServiceSigns } from './activity';

/**
 * Opens a connection with the credential of this cloud, for any of its services: a request's `api` decides
 * over the host, see `Vendor.serviceOf`. Connections of one region are opened once a run.
 *
 * @param region Another region than the credential's
 * @throws {Failure} `notSent`: no credential, a credential that cannot be used, or a host that it forbids
 */
export type Open = (region?: string) => Promise<Connection>;

/** Which regions to read. */
export interface RegionChoice {
	/** `own`: the credential's. */
	mode: 'own' | 'all' | 'chosen';
	/** Region IDs, for `chosen`. */
	chosen: readonly string[];
	/** Region IDs that are left out in any case: one that is down, for example. */
	exclude: readonly string[];
}

/** Why something could not be read. */
export const NOT_READ_REASONS = [
	'noPermission',
	'notOpened',
	'unreachable',
	'throttled',
	'broken',
	'timedOut',
	'changedWhileRead',
	/** The account's list of IDs names instances that no region's list has. */
	'missingFromRegion',
	/** What is no region, such as the project MOS of Huawei Cloud. */
	'skipped',
] as const;
export type NotReadReason = (typeof NOT_READ_REASONS)[number];

/** A region that could not be read, as an item says it. */
export interface NotRead {
	kind: 'regionNotRead';
	cloud: Cloud;
	region: string;
	project: string | null;
	reason: NotReadReason;
	/** What happened, for users: a sentence without a period. */
	message: string;
	/** The vendor's code and request ID. */
	code: string | null;
	requestId: string | null;
	/** Full sentences. */
	whatToDo: string;
	readAt: Time;
}

/** What there is to read. */
export interface Scopes {
	scopes: Scope[];
	/** What was asked for and is known to be unreadable already. */
	rows: NotRead[];
	/** Full sentences, such as that the list of regions is the one of the package. */
	warnings: string[];
}

/** How records are wanted. */
export interface ReadHow {
	/** Whether the vendor's record goes into `raw`; the core masks secrets in it. */
	raw: boolean;
	/** Unix time by this machine's clock, milliseconds. */
	now: number;
}

/** A scope that was read whole. */
export interface Listed {
	scope: Scope;
	/** Each instance once, whatever its state; those in a recycle bin too. */
	records: VendorRecord[];
	/** What is missing beside the instances, such as a recycle bin without permission: full sentences. */
	warnings: string[];
}

/** What monitoring is asked. */
export interface MetricAsk {
	/** Instances of one scope. */
	instances: readonly VendorRecord[];
	/** Whole periods, by the clock of the cloud: Unix time, milliseconds. The last one may be unfinished. */
	from: number;
	to: number;
	/** Seconds, as `FleetVendor.period` gave them. */
	period: number;
	/**
	 * What counts as no traffic, in the metric's unit. A point above it settles that an instance is active,
	 * so that nothing more has to be asked of it.
	 */
	floor: number;
}

/** A topic or consumer group, and what is known of its traffic. */
export interface Part {
	/** Name of the topic or group. */
	name: string;
	/** Empty where no metric exists. */
	series: Series[];
	signs?: ServiceSigns;
}

/** How to delete. */
export interface DeleteHow {
	/** Huawei Cloud: whether it does not go into the recycle bin. */
	skipRecycleBin: boolean;
	/** Whether expired subscriptions are deleted too. */
	expiredSubscriptions: boolean;
}

/** What became of a request to delete. */
export interface Started {
	/**
	 * `started`: accepted; its end shows later. `released`: the first of two steps was accepted (Alibaba
	 * Cloud), the second one is `startDeletion` again once it is released. `alreadyGone`, `alreadyDeleting`:
	 * there was nothing to do.
	 */
	outcome: 'started' | 'released' | 'alreadyDeleting' | 'alreadyGone';
	requestId?: string;
	/** What is left to know or do, a full sentence. */
	note?: string;
}

/** One look at a deletion. `kind` is `gone` only where that is proven, see the vendor's completions. */
export interface DeletionSeen extends Observation {
	/**
	 * `no`: goes on. `released`: call `startDeletion` again for the second step. `inRecycleBin`: as far as it
	 * goes by itself. `gone`: not there any more.
	 */
	end: 'no' | 'released' | 'inRecycleBin' | 'gone';
	/** As it is now, where there is a record. */
	instance?: VendorRecord;
}

/**
 * The vendor's part of Kafka Fleet: `nodes/<Vendor>/fleet.ts` exports one. All requests go through `call`
 * with the given connection. What does not succeed is thrown as a {@link Failure}; nothing returns a part of
 * a list as if it was all.
 */
export interface FleetVendor {
	cloud: Cloud;
	vendor: Vendor;
	/** Regions of the package, for the form: values are region IDs. */
	regions: readonly INodePropertyOptions[];
	/** As n8n shows the cloud: "Huawei Cloud". */
	label: string;
	/** What the form says of it. */
	form: FleetForm;
	/**
	 * What there is to read. What was chosen and cannot be read comes as a row. With `own`, no request is sent
	 * that the node of this vendor would not need.
	 *
	 * @param now Unix time, milliseconds, for `readAt`
	 * @throws {Failure} Only where not even the credential's own region can be told
	 */
	scopes(open: Open, wanted: RegionChoice, now: number): Promise<Scopes>;
	/** All instances of a scope, whole, or a Failure. `at` is opened for `scope.region`. */
	list(at: Connection, scope: Scope, how: ReadHow): Promise<Listed>;
	/**
	 * Looks for what no list showed: Alibaba Cloud's list of all IDs. Rows of reason `missingFromRegion`.
	 *
	 * @param open The same function that `scopes` was given, by which the two belong together
	 */
	crossCheck?(open: Open, listed: readonly Listed[], now: number): Promise<NotRead[]>;
	/** Regions that hold instances, by one request, where the cloud has one; for triggers. */
	regionsInUse?(open: Open): Promise<string[]>;
	/** A record of the vendor in the fleet's form; pure. */
	normalise(record: object, scope: Scope, now: number): VendorRecord;
	/** Requests for one instance that `withDetails` takes: 0 where the list tells everything. */
	detailRequests: number;
	/** The same record with what the list leaves out (limits, protection, billing); as it is where nothing is. */
	withDetails(at: Connection, one: VendorRecord, how: ReadHow): Promise<VendorRecord>;
	/**
	 * Reads one instance afresh, with details.
	 *
	 * @returns `undefined` only where it is proven that it is not there
	 */
	read(at: Connection, scope: Scope, id: string, how: ReadHow): Promise<VendorRecord | undefined>;
	/**
	 * Period at which to ask for a window, seconds: 3600 or 86400.
	 *
	 * @param hours Length of the window
	 */
	period(hours: number): number;
	/**
	 * Points by instance ID. An instance is absent, or lacks a direction, where the cloud has no such metric
	 * of it; a series without points says that the metric exists without data.
	 *
	 * @throws {Failure} See `metricsReason`
	 */
	metrics(at: Connection, ask: MetricAsk): Promise<Map<string, Series[]>>;
	/** Why metrics were refused, where the vendor's code says more than the kind of failure. */
	metricsReason(failure: Failure): UnknownReason | undefined;
	/** Signs of the Kafka service, at most 200 requests; throws where they do not suffice. */
	services(at: Connection, one: VendorRecord, ask: MetricAsk): Promise<ServiceSigns>;
	/** Topics or consumer groups of one instance, each with its traffic. */
	parts(
		at: Connection,
		one: VendorRecord,
		detail: 'topics' | 'groups',
		ask: MetricAsk,
	): Promise<Part[]>;
	/** Why a list was refused, where the vendor's code says more than the kind of failure. */
	notReadReason(failure: Failure): NotReadReason | undefined;
	/**
	 * Sets and removes tags of one instance; other tags stay. Does not read back: the core does, with `tagsOf`.
	 *
	 * @throws {Failure} Also where the instance cannot take another tag
	 */
	setTags(at: Connection, one: VendorRecord, set: Tags, remove: readonly string[]): Promise<void>;
	/**
	 * For clouds that may keep an old value: writes the tags again, after `tagsOf` has shown the old one.
	 * Absent where `setTags` replaces.
	 */
	replaceTags?(at: Connection, one: VendorRecord, set: Tags): Promise<void>;
	/** Whether tags were refused as the cloud takes no more resources with the same one; nothing was written. */
	isTagFull?(failure: Failure): boolean;
	/** Tags of one instance as they are now; `null` where the cloud does not tell. */
	tagsOf(at: Connection, one: VendorRecord): Promise<Tags | null>;
	/**
	 * Tags of one instance as the service has them that keeps tags, by one request for each page. The record
	 * of an instance can show a change some time later.
	 *
	 * @throws {Failure}
	 */
	newestTags(at: Connection, one: VendorRecord): Promise<Tags>;
	/**
	 * Why this cloud would not delete it, and what to do: a subscription and the like. Full sentences;
	 * `undefined` where nothing is in the way. Pure; not about states, marks, protection, or tags.
	 */
	refusesDeletion(one: FleetInstance, how: DeleteHow): string | undefined;
	/**
	 * Sends the next request of a deletion; by `one.state` `released` the last one. A second time does no harm.
	 *
	 * @throws {Failure}
	 */
	startDeletion(at: Connection, one: FleetInstance, how: DeleteHow): Promise<Started>;
	lookAtDeletion(at: Connection, one: FleetInstance, how: DeleteHow): Promise<DeletionSeen>;
	/**
	 * ID of the account that the credential leads to.
	 *
	 * @throws {Failure} With what the identity service's permission is called
	 */
	account(open: Open): Promise<string>;
}
