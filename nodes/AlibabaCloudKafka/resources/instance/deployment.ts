import type { Field } from '../../../shared/contract/field';
import { choice, choices, flag, group, record, secret, text } from '../../../shared/form/fields';
import { NAME_RULES, asJson } from '../../fields';
import { kmsKey, securityGroup, vSwitchIds, zone } from '../../lookedUp';
import { configuration } from './fields';

/** Fields of StartInstance, which deploys a bought instance. */

/** What the instance is called from its deployment on; an order has no name. */
export const instanceName = (): Field =>
	text('Name', 'Name', {
		...NAME_RULES,
		placeholder: 'e.g. orders-dev',
		description: 'Must be unique in the region; by default, the instance ID',
	});

/** Zones in which the VPC has vSwitches. */
const ZONES = { method: 'getZones', dependsOn: ['vpcId'] };

/** Candidates for the zones, which travel as two lists in a JSON text: `[["zonel"],["zonek"]]`. */
function selectedZones(): Field {
	const form = record('SelectedZones', 'Zones', {
		entry: 'Zones',
		description: 'Candidate zones; one zone is chosen from each list',
		fields: [
			choices('primary', 'Primary Zone Names or IDs', { required: true, load: ZONES }),
			choices('secondary', 'Secondary Zone Names or IDs', {
				load: ZONES,
				hint: 'Leave empty for an instance in a single zone',
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
	vSwitchIds(),
	text('Notifier', 'Alert Contact', { description: 'Name of the alert contact' }),
	text('UserPhoneNum', 'Alert Contact Phone Number', {
		description: 'Mobile phone number of the alert contact',
	}),
	zone(),
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
	securityGroup(),
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
	kmsKey(),
];
