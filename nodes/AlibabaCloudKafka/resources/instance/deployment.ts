import type { Field } from '../../../shared/contract/field';
import { choice, flag, group, list, record, secret, text } from '../../../shared/form/fields';
import { NAME_RULES, asJson } from '../../fields';
import { configuration } from './fields';

/** Fields of StartInstance, which deploys a bought instance. */

/** What the instance is called from its deployment on; an order has no name. */
export const instanceName = (): Field =>
	text('Name', 'Name', {
		...NAME_RULES,
		placeholder: 'e.g. orders-dev',
		description: 'Must be unique in the region; by default, the instance ID',
	});

/** Where an instance is deployed. */
export const location: Field[] = [
	text('VpcId', 'VPC ID', {
		required: true,
		pattern: [/^vpc-/, "must start with 'vpc-'"],
		placeholder: 'e.g. vpc-bp1ojac7bv448nifj001',
		description: 'VPC of the instance; cannot be changed later',
	}),
	text('VSwitchId', 'vSwitch ID', {
		required: true,
		pattern: [/^vsw-/, "must start with 'vsw-'"],
		placeholder: 'e.g. vsw-bp1fvuw0ljd7vzmo3d001',
		description: 'ID of a vSwitch (subnet) in the VPC, in a zone that offers Kafka',
	}),
];

/** Candidates for the zones, which travel as two lists in a JSON text: `[["zonel"],["zonek"]]`. */
function selectedZones(): Field {
	const form = record('SelectedZones', 'Zones', {
		entry: 'Zones',
		description: 'Candidate zones; one zone is chosen from each list',
		fields: [
			list('primary', 'Primary Zones', { required: true, placeholder: 'e.g. zonea, zoneb' }),
			list('secondary', 'Secondary Zones', {
				placeholder: 'e.g. zonek',
				description: 'Leave empty for an instance in a single zone',
			}),
		],
	});
	return asJson({
		...form,
		serialize: (value) => {
			if (Array.isArray(value)) return value;
			const zones = form.serialize(value) as
				| { primary: string[]; secondary?: string[] }
				| undefined;
			return zones && [zones.primary, zones.secondary ?? []];
		},
	});
}

/** What else can be set at the deployment. */
export const settings: Field[] = [
	flag('CrossZone', 'Cross-Zone Deployment', 'Whether to deploy brokers across two zones', {
		default: true,
	}),
	selectedZones(),
	flag(
		'IsForceSelectedZones',
		'Force Selected Zones',
		"Whether to fail rather than use a zone that is not in 'Zones'",
	),
	list('VSwitchIds', 'vSwitch IDs', {
		name: 'vSwitchIds',
		description: "Comma-separated; they take precedence over 'vSwitch ID'",
	}),
	text('Notifier', 'Alert Contact', { description: 'Name of the alert contact' }),
	text('UserPhoneNum', 'Alert Contact Phone Number', {
		description: 'Mobile phone number of the alert contact',
	}),
	text('ZoneId', 'Zone ID', {
		placeholder: 'e.g. zonea',
		description: 'Zone of the vSwitch, such as zonea or cn-hangzhou-a',
	}),
	group('firstUser', 'First SASL User', {
		entry: 'First SASL User',
		description: 'SASL user to start with; for instances with internet access only',
		fields: [
			text('Username', 'User Name', {
				placeholder: 'e.g. orders-service',
				description: 'Name of the first SASL user',
			}),
			secret('Password', 'Password', { description: 'Password of the first SASL user' }),
			flag(
				'IsSetUserAndPassword',
				'Set User and Password',
				'Whether to set this user instead of one that the service makes up',
				{ default: true },
			),
		],
	}),
	text('SecurityGroup', 'Security Group ID', {
		description:
			'Security group that determines which clients can connect; by default, the service creates one',
	}),
	choice('ServiceVersion', 'Kafka Version', {
		open: true,
		values: {
			'0.10.2': '0.10.2 (Limited Availability)',
			'2.2.0': '2.2.0',
			'2.6.2': '2.6.2',
			'3.3.1': '3.3.1 (Serverless Only)',
			'7.4.0': '7.4.0 (Confluent Only)',
		},
		default: '2.2.0',
	}),
	configuration(),
	text('KMSKeyId', 'KMS Key ID', {
		name: 'kmsKeyId',
		description: 'Key to encrypt the disks with; cannot be undone',
	}),
];
