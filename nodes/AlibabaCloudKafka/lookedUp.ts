import type { Field } from '../shared/contract/field';
import { choice, looked, lookedSeveral } from '../shared/form/fields';
import { keyNames, resourceGroups, securityGroups, vpcs, vSwitches } from './api/lookups';

/** Fields that name something of another service, or something that the vendor sells, chosen from lists. */

/** An ID of another thing, pasted into the wrong field. */
const notOf = (...kinds: string[]) =>
	[
		new RegExp(`^(?!(${kinds.join('|')})-)`),
		`must not start with ${kinds.map((kind) => `'${kind}-'`).join(' or ')}`,
	] as const;

/** Where an instance is deployed. */
export const location: Field[] = [
	looked('VpcId', 'VPC', {
		lookup: vpcs,
		search: 'searchVpcs',
		required: true,
		pattern: notOf('vsw', 'sg'),
		placeholder: 'e.g. vpc-bp1ojac7bv448nifj001',
		description: 'VPC of the instance; cannot be changed later',
	}),
	looked('VSwitchId', 'vSwitch', {
		lookup: vSwitches,
		search: 'searchVSwitches',
		required: true,
		pattern: notOf('vpc', 'sg'),
		placeholder: 'e.g. vsw-bp1fvuw0ljd7vzmo3d001',
		description: 'A vSwitch (subnet) in the VPC, in a zone that offers Kafka',
	}),
];

/** Further vSwitches, for instances that have several. */
export const vSwitchIds = (): Field =>
	lookedSeveral('VSwitchIds', 'vSwitch Names or IDs', {
		name: 'vSwitchIds',
		lookup: vSwitches,
		load: 'getVSwitches',
		hint: "They take precedence over 'vSwitch'",
	});

/** The zone of the vSwitch. */
export const zone = (): Field =>
	choice('ZoneId', 'Zone Name or ID', {
		load: { method: 'getZones', dependsOn: ['vpcId'] },
		hint: 'Zone of the vSwitch',
	});

/** What determines which clients can connect. */
export const securityGroup = (): Field =>
	looked('SecurityGroup', 'Security Group', {
		lookup: securityGroups,
		search: 'searchSecurityGroups',
		description: 'Determines which clients can connect; by default, the service creates one',
	});

/** What disks are encrypted with. */
export const kmsKey = (): Field =>
	looked('KMSKeyId', 'KMS Key', {
		name: 'kmsKeyId',
		lookup: keyNames,
		search: 'searchKeys',
		description: 'Key to encrypt the disks with; cannot be undone',
	});

/**
 * A resource group of the account.
 *
 * @param wireName What the operation calls it
 */
export const resourceGroup = (
	description: string,
	more: { wireName?: string; required?: boolean } = {},
): Field =>
	looked(more.wireName ?? 'ResourceGroupId', 'Resource Group', {
		name: 'resourceGroupId',
		required: more.required,
		lookup: resourceGroups,
		search: 'searchResourceGroups',
		placeholder: 'e.g. rg-acfmxazb4ph6aiy',
		description,
	});

/** As errors call the field. */
export const TRAFFIC_SPECIFICATION = 'Traffic Specification Name or ID';

/** The traffic that an instance can take, by the code of its specification; any other code is passed on. */
export const trafficSpecification = (
	options: { required?: boolean; show?: Record<string, string[]>; hint?: string } = {},
): Field =>
	choice('IoMaxSpec', TRAFFIC_SPECIFICATION, { ...options, load: { method: 'getSpecifications' } });
