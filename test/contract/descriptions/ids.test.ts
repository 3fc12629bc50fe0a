/**
 * IDs that have to be typed: the less the better, as a wrong one can be another instance's. Whatever the
 * credential can list is a locator or a drop-down with 'From List'; what is left is here, with its reason.
 */
import type { INodeProperties } from 'n8n-workflow';

import { allNodes, everyProperty } from './nodes';

/** IDs of things in a cloud that no list can give, by cloud and label. */
const LEFT: Readonly<Record<string, string>> = {
	'AlibabaCloud: Order ID': 'a filter; no operation of ApsaraMQ for Kafka lists orders',
	'AlibabaCloud: Order ID to Resume': 'of a run that broke off; no operation lists orders',
	'AlibabaCloud: Internal ID': 'of a ksqlDB cluster; no operation lists them',
	'AlibabaCloud: Resource IDs': 'composed of instance and name for topics and groups',
	'HuaweiCloud: Consumer ID': 'a filter by what lives as long as a connection',
	'HuaweiCloud: Product ID': "of the deprecated API, whose 'Get Products (V1)' gives them",
	'TencentCloud: Task ID': 'CKafka shows a task by its ID, and lists none',
	'TencentCloud: Caller App ID': 'of another account',
};

/** Most of them. */
const MOST = 8;

/** Filters, and what is called an ID and is none of a thing in a cloud. */
const OTHERS: Readonly<Record<string, string>> = {
	'HuaweiCloud: Broker IDs': 'numbers of Kafka, with their order',
	'HuaweiCloud: Broker IDs for New Partitions': 'numbers of Kafka, with their order',
	'HuaweiCloud: Client ID': 'any text that clients call themselves',
	'HuaweiCloud: Access Key ID': 'a credential of a bucket',
	'TencentCloud: Client IDs': 'any text that clients call themselves',
	'TencentCloud: External ID': 'a secret word of the trust policy of a role',
	'TencentCloud: Task IDs': 'a filter; CKafka lists no tasks',
	'KafkaFleet: VPC ID': 'a filter over several clouds and regions',
	'KafkaFleet: Keep IDs': 'a list of exceptions, such as from a table',
	'KafkaFleet: Never in Accounts': 'of other accounts',
	'KafkaFleet: Only in Accounts': 'a guard, which must not come from the account that it guards',
	'KafkaFleet: Exclude Regions': 'regions of several clouds',
};

const cloudOf = (node: string) =>
	/^(AlibabaCloud|HuaweiCloud|TencentCloud|KafkaFleet)/.exec(node)?.[1] ?? node;

/** "Order ID", "Broker IDs for New Partitions", or what its text begins with: "Comma-separated IDs of ...". */
const asksForId = ({ type, displayName, description = '' }: INodeProperties): boolean =>
	(type === 'string' || type === 'number') &&
	(/\bIDs?\b/.test(displayName.replace(/Name or ID$|Names or IDs$/, '')) ||
		/^(Comma-separated )?IDs?\b/.test(description));

const labels = async () => {
	const found = new Set<string>();
	for (const { name, properties } of await allNodes()) {
		for (const { property } of everyProperty(properties)) {
			if (asksForId(property)) found.add(`${cloudOf(name)}: ${property.displayName}`);
		}
	}
	return [...found].sort();
};

test('an ID is typed only where nothing can list it', async () => {
	expect(await labels()).toEqual(Object.keys({ ...LEFT, ...OTHERS }).sort());
});

test('and in few fields', () => {
	expect(Object.keys(LEFT).length).toBeLessThanOrEqual(MOST);
});

test.each<[string, Partial<INodeProperties>, boolean]>([
	['a label', { displayName: 'Key ID' }, true],
	['several', { displayName: 'Key IDs for Disks' }, true],
	['a text', { displayName: 'Network', description: 'ID of the network' }, true],
	['a number', { displayName: 'Key ID', type: 'number' }, true],
	['a locator', { displayName: 'Key ID', type: 'resourceLocator' }, false],
	['a drop-down', { displayName: 'Key Name or ID', type: 'options' }, false],
	['a word', { displayName: 'Idle', description: 'Identity' }, false],
])('the search sees %s', (_, given, expected) => {
	expect(asksForId({ displayName: '', name: 'x', type: 'string', default: '', ...given })).toBe(
		expected,
	);
});
