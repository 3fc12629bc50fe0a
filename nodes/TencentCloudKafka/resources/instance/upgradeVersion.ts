import type { OperationContext } from '../../../shared/contract/context';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, text } from '../../../shared/form/fields';
import { nameOf, taskOf } from '../../api/records';
import { versionsOf } from '../../api/versions';
import { brokerUpgraded } from '../../completions/instance';
import { TIME_TEXT, instance, onInstance } from '../../fields';

/** Fills in the build that runs now; only DescribeCkafkaVersion knows it, the lists have the Kafka version. */
async function fillIn(item: OperationContext, { body = {} }: ApiRequest): Promise<void> {
	if (body.SourceVersion !== undefined) return;
	const { CurBrokerVersion } = await versionsOf(item, body.InstanceId);
	const current = nameOf(CurBrokerVersion);
	if (current === undefined) {
		throw new Failure('notSent', 'the current broker version of the instance could not be read', {
			advice: "Enter it in 'Current Version', as the console shows it.",
		});
	}
	body.SourceVersion = current;
}

/**
 * Brings the brokers to another build. CKafka UpgradeBrokerVersion; the instance is 7
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
			open: true,
			values: { 1: 'Migration (Recommended)', 5: 'In Place' },
			asNumber: true,
		}),
		choice('TargetVersion', 'New Version Name or ID', {
			required: true,
			load: { method: 'getBrokerVersions', ...onInstance },
			hint: "A broker build such as v2.8.1_r1.1.8, not a Kafka version; 'Get Versions' lists them",
		}),
		text('SourceVersion', 'Current Version', {
			placeholder: 'e.g. v2.8.1_r1.1.7',
			description: 'Broker build; leave empty to use the current one',
		}),
	],
	options: [
		text('DelayTimeStamp', 'Start Time', {
			pattern: TIME_TEXT,
			placeholder: 'e.g. 2026-12-01 03:00:00',
			description: 'When the upgrade starts; leave empty to start immediately',
		}),
	],
	before: fillIn,
	outcome: (answer, { body }) => singleItem({ ...body, ...taskOf(answer) }),
	subject: ({ InstanceId: id, TargetVersion: version }) =>
		`instance ${String(id)} upgrading to ${String(version)}`,
	completion: brokerUpgraded,
};
