import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, text } from '../../../shared/form/fields';
import { taskOf } from '../../api/records';
import { brokerUpgraded } from '../../completions/instance';
import { instance } from '../../fields';

/**
 * Brings the brokers to another minor version. CKafka UpgradeBrokerVersion; the instance is 7
 * (upgrading) meanwhile. The international SDK says that 1 is smooth and 2 vertical.
 */
export const upgradeVersion: Operation = {
	value: 'upgradeVersion',
	name: 'Upgrade Version',
	action: 'Upgrade broker version of instance',
	description:
		'Upgrade the brokers of an instance to another minor version, now or at a scheduled time',
	api: 'UpgradeBrokerVersion',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		choice('Type', 'Upgrade Method', {
			required: true,
			values: { 1: 'Migration (Recommended)', 5: 'In Place' },
			asNumber: true,
		}),
		text('SourceVersion', 'Current Version', { required: true, placeholder: 'e.g. 2.4.1' }),
		text('TargetVersion', 'New Version', { required: true, placeholder: 'e.g. 2.4.2' }),
	],
	options: [
		text('DelayTimeStamp', 'Start Time', {
			description: 'When the upgrade starts; leave empty to start immediately',
		}),
	],
	outcome: (answer, { body }) => singleItem({ ...body, ...taskOf(answer) }),
	subject: ({ InstanceId: id, TargetVersion: version }) =>
		`instance ${String(id)} upgrading to ${String(version)}`,
	completion: brokerUpgraded,
};
