import type { Field } from '../../../shared/contract/field';
import { extras, integer, record, rows, text } from '../../../shared/form/fields';
import { asJson } from '../../fields';

/** What is set for a component of Confluent: cores, how many, and the disk of those that have one. */
const component = (name: string, label: string, hasDisk: boolean): Field[] => [
	integer(`${name}CU`, `${label} Cores`, { default: 4, description: 'Cores per replica' }),
	integer(`${name}Replica`, `${label} Replicas`, { default: 3, description: 'Replica count' }),
	...(hasDisk
		? [
				integer(`${name}Storage`, `${label} Disk (GB)`, {
					default: 100,
					description: 'Disk per replica',
				}),
			]
		: []),
];

/** A member of a ksqlDB cluster: CreatePrePayInstance writes it small, UpgradePrePayOrder large (SDK 2.14.0). */
const memberOf = (isUpgrade: boolean) => (name: string) =>
	isUpgrade ? `${name[0].toUpperCase()}${name.slice(1)}` : name;

/** Components whose sizes every change takes. */
const SIZES: Field[] = [
	...component('Kafka', 'Kafka', true),
	...component('ZooKeeper', 'ZooKeeper', true),
	...component('ControlCenter', 'Control Center', true),
	...component('SchemaRegistry', 'Schema Registry', false),
	...component('Connect', 'Connect', false),
	...component('Ksql', 'ksqlDB', true),
	...component('KafkaRestProxy', 'REST Proxy', false),
];

/** The components of a Confluent instance that becomes smaller (SDK 2.14.0). */
export const smallerConfluentConfig = (): Field =>
	asJson(
		record('ConfluentConfig', 'Confluent Components', {
			entry: 'Components',
			description: 'New size of each Confluent Platform component',
			fields: [extras(SIZES, 'Components', 'Component Setting')],
		}),
	);

/**
 * The components of a Confluent instance.
 *
 * @param show Where a new instance is of this kind; without it, they are for an upgrade
 */
export function confluentConfig(show?: Record<string, string[]>): Field {
	const own = memberOf(show === undefined);
	return asJson(
		record('ConfluentConfig', 'Confluent Components', {
			...(show && { required: true, show }),
			entry: 'Components',
			description: 'Size of each Confluent Platform component',
			fields: [
				extras(
					[
						// An upgrade has none.
						...(show ? [text('ConfluentVersion', 'Version', { placeholder: 'e.g. 7.4.0' })] : []),
						...SIZES,
						...component('KraftController', 'KRaft Controller', true),
						rows('KsqlList', 'ksqlDB Clusters', {
							entry: 'Cluster',
							description: 'Clusters with sizes of their own',
							fields: [
								text('InternalId', 'Internal ID', {
									description: 'ID in the service',
								}),
								text(own('type'), 'Type', { description: 'Type of the cluster' }),
								integer(own('cu'), 'Cores', { default: 4, description: 'CPU cores' }),
								integer(own('replica'), 'Replicas', {
									default: 2,
									description: 'Replica count',
								}),
								integer(own('storage'), 'Disk (GB)', {
									default: 100,
									description: 'Disk per replica',
								}),
							],
						}),
					],
					'Components',
					'Component Setting',
				),
			],
		}),
	);
}
