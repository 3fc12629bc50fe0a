import type { IDataObject } from 'n8n-workflow';

import type { FleetActivity } from '../../shared/fleet/activity';
import type { Judgement } from '../../shared/fleet/judge';
import type { FleetInstance } from '../../shared/fleet/record';

/** An instance with what an operation found out about it. */
export interface FleetRow {
	instance: FleetInstance;
	/** `null` where others of the same operation have one. */
	activity?: FleetActivity | null;
	judgement?: Judgement;
	/** What an operation did with it, such as `outcome`. */
	done?: IDataObject;
}

/** Forms in which instances come out. */
export const OUTPUTS = ['simplified', 'all', 'selected', 'flat', 'report'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What "Simplified" keeps, beside the key by which other operations take an instance. */
export const SIMPLE: ReadonlyArray<keyof FleetInstance> = [
	'name',
	'cloud',
	'region',
	'state',
	'edition',
	'spec',
	'ageDays',
	'expiresAt',
	'billing',
	'id',
];

/** Every field of a record, in the order in which "All Fields" has them: what a person looks for comes first. */
export const FIELDS: ReadonlyArray<keyof FleetInstance> = [
	'name',
	'cloud',
	'region',
	'state',
	'account',
	'project',
	'projectId',
	'id',
	'named',
	'statusText',
	'health',
	'edition',
	'spec',
	'kafkaVersion',
	'brokers',
	'storageGb',
	'storageUsedGb',
	'bandwidthMBps',
	'partitionsUsed',
	'partitionsMax',
	'topicsUsed',
	'topicsMax',
	'groupsUsed',
	'vpcId',
	'subnetIds',
	'securityGroupId',
	'zones',
	'publicAccess',
	'bootstrapServers',
	'securityProtocol',
	'tags',
	'owner',
	'createdBy',
	'billing',
	'createdAt',
	'expiresAt',
	'autoRenew',
	'ageDays',
	'deletionProtection',
	'protected',
	'mark',
	'recycle',
	'price',
	'warnings',
	'readAt',
	'key',
];

const pick = (instance: FleetInstance, fields: ReadonlyArray<keyof FleetInstance>): IDataObject =>
	Object.fromEntries(fields.map((field) => [field, instance[field] ?? null])) as IDataObject;

/** How many fields stand before what was found out: which instance it is, and its state. */
const FIRST = 4;

/** Whether the account stands in what comes out; it costs a request. */
export const hasAccount = (output: Output, selected: readonly string[]): boolean =>
	output !== 'simplified' && (output !== 'selected' || selected.includes('account'));

/** What was found out or done, the same for all rows of an operation. */
const found = ({ activity, judgement, done }: FleetRow): IDataObject => ({
	...done,
	...(judgement && { judgement: judgement as unknown as IDataObject }),
	...(activity !== undefined && { activity: activity as unknown as IDataObject | null }),
});

/**
 * The item of an instance, in the order in which a person reads it: a narrow panel shows the first columns.
 *
 * @param selected Fields for `selected`
 */
export function shaped(row: FleetRow, output: Output, selected: readonly string[]): IDataObject {
	const fields =
		output === 'simplified'
			? ([...SIMPLE, 'key'] as const)
			: output === 'selected'
				? FIELDS.filter((field) => field === 'key' || selected.includes(field))
				: FIELDS;
	const { raw } = row.instance;
	const isFirst = (field: keyof FleetInstance) => FIELDS.indexOf(field) < FIRST;
	const item = {
		...pick(
			row.instance,
			fields.filter((field) => isFirst(field)),
		),
		...found(row),
		...pick(
			row.instance,
			fields.filter((field) => !isFirst(field)),
		),
		...(raw && { raw }),
	};
	return output === 'flat' ? flat(item) : item;
}

/**
 * A row of texts, numbers and booleans, as tables hold them: members of objects get a name of their own,
 * lists become texts, and tags `key=value, …`. The vendor's record stays out.
 */
export function flat({ raw: _, ...json }: IDataObject): IDataObject {
	const row: IDataObject = {};
	for (const [name, value] of Object.entries(json)) {
		if (name === 'tags') row[name] = tagsText(value as IDataObject | null);
		else if (Array.isArray(value)) row[name] = value.map(entryText).join('; ');
		else if (MEMBERS[name]) Object.assign(row, membersOf(name, value as IDataObject | null));
		else if (typeof value === 'object' && value !== null) Object.assign(row, spread(name, value));
		else row[name] = value;
	}
	return row;
}

/** Members of objects that may be null: their columns are there in any case. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
	protected: ['vendor', 'tag', 'name'],
	mark: ['deleteAfter', 'why', 'by'],
	recycle: ['deletesAt', 'costPerHour'],
	price: ['amount', 'currency'],
	activity: [
		'verdict',
		'confidence',
		'lastProducedAt',
		'lastConsumedAt',
		'windowFrom',
		'windowTo',
		'granularitySeconds',
		'points',
		'pointsExpected',
		'source',
		'reason',
	],
};

const membersOf = (name: string, value: IDataObject | null): IDataObject =>
	Object.fromEntries(
		MEMBERS[name].map((member) => [columnOf(name, member), value?.[member] ?? null]),
	) as IDataObject;

const spread = (name: string, value: object): IDataObject =>
	Object.fromEntries(
		Object.entries(value).map(([member, one]: [string, unknown]) => [
			columnOf(name, member),
			Array.isArray(one) ? one.map(entryText).join('; ') : (one as string | null),
		]),
	);

const columnOf = (name: string, member: string) =>
	`${name}${member[0].toUpperCase()}${member.slice(1)}`;

const tagsText = (tags: IDataObject | null): string | null =>
	tags === null
		? null
		: Object.entries(tags)
				.map(([key, value]) => `${key}=${String(value)}`)
				.join(', ');

/** Of rules and guards, their sentence. */
function entryText(entry: unknown): string {
	if (typeof entry !== 'object' || entry === null) return String(entry);
	const { because, rule, guard } = entry as Record<string, string>;
	return because === undefined ? JSON.stringify(entry) : `${rule ?? guard}: ${because}`;
}
