import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { extras, flag, integer, moment, record, text } from '../../../shared/form/fields';
import { taskOf } from '../../api/records';
import { instanceUpdated } from '../../completions/instance';
import { instance } from '../../fields';
import { checkChange } from '../checks';
import { checkSteps } from './checks';
import { retention } from './fields';

const NUMBER = { asNumber: true } as const;

const autoCreation = (): Field =>
	record('Config', 'Automatic Topic Creation', {
		entry: 'Automatic Topic Creation',
		description: 'Whether and how to create topics that clients use but do not exist',
		fields: [
			flag(
				'AutoCreateTopicEnable',
				'Create Topics Automatically',
				'Whether to create a topic when a client uses one that does not exist',
			),
			extras([
				integer('DefaultNumPartitions', 'Partitions', {
					default: 3,
					description: 'Default for new topics',
				}),
				integer('DefaultReplicationFactor', 'Replicas', {
					default: 2,
					description: 'Default for new topics',
				}),
			]),
		],
	});

const dynamicRetention = (): Field =>
	record('DynamicRetentionConfig', 'Dynamic Retention', {
		entry: 'Dynamic Retention',
		description: 'Settings for deleting messages earlier when the disk fills up',
		fields: [
			flag(
				'Enable',
				'Dynamic Retention',
				'Whether to delete messages earlier when the disk fills up',
				NUMBER,
			),
			extras([
				integer('DiskQuotaPercentage', 'Disk Usage (%)', {
					default: 90,
					description: 'Disk usage that triggers a shorter retention',
				}),
				integer('StepForwardPercentage', 'Step (%)', {
					default: 10,
					description: 'Percentage by which the retention is shortened each time',
				}),
				integer('BottomRetention', 'Minimum Retention (Minutes)', {
					default: 60,
					description: 'Shortest retention that messages keep',
				}),
			]),
		],
	});

const dynamicDisk = (): Field =>
	record('DynamicDiskConfig', 'Dynamic Disk Expansion (Deprecated)', {
		entry: 'Dynamic Disk Expansion',
		description: 'Settings for automatic disk expansion',
		fields: [
			flag(
				'Enable',
				'Dynamic Disk Expansion',
				'Whether to expand the disk automatically, which is billed',
				NUMBER,
			),
			extras([
				integer('StepForwardPercentage', 'Step (%)', {
					default: 10,
					description: 'Percentage by which the disk is expanded each time',
				}),
				integer('DiskQuotaPercentage', 'Disk Usage (%)', {
					default: 90,
					description: 'Disk usage that triggers an expansion',
				}),
				integer('MaxDiskSpace', 'Maximum Disk Size (GB)', {
					default: 500,
					description: 'Size up to which the disk is expanded',
				}),
			]),
		],
	});

/** What a change of an instance gives back: the new bandwidth is what a wait looks for. */
const changed = ({ InstanceId, PublicNetwork }: IDataObject): IDataObject => ({
	InstanceId,
	updated: true,
	...(PublicNetwork !== undefined && { PublicNetwork }),
});

/** Changes settings. CKafka ModifyInstanceAttributes; some changes have a task, some are done at once. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update instance',
	description:
		'Change the name, retention, public bandwidth, deletion protection, and other settings of an instance',
	api: 'ModifyInstanceAttributes',
	request: post('/'),
	kind: 'change',
	fields: [instance()],
	options: [
		text('InstanceName', 'Name', { placeholder: 'e.g. orders-dev' }),
		retention(),
		autoCreation(),
		dynamicRetention(),
		moment('RebalanceTime', 'Upgrade Time', 'When a pending upgrade runs', { as: 'seconds' }),
		integer('PublicNetwork', 'Public Bandwidth (Mbps)', {
			range: [3, 999],
			description:
				'Pro Edition only; a multiple of 3, and bandwidth beyond the free amount is billed',
		}),
		dynamicDisk(),
		integer('MaxMessageByte', 'Maximum Message Size (Bytes)', {
			range: [1025, 12_582_911],
			default: 1_048_576,
			description: 'Maximum size of messages that the instance accepts',
		}),
		flag(
			'UncleanLeaderElectionEnable',
			'Unclean Leader Election',
			'Whether an out-of-sync replica can become the leader, which can cause message loss',
			NUMBER,
		),
		flag(
			'DeleteProtectionEnable',
			'Deletion Protection',
			'Whether to block deletion of the instance until this option is turned off',
			{ ...NUMBER, default: true },
		),
		integer('RetentionBytes', 'Retention (Bytes)', {
			default: -1,
			description:
				'Maximum number of bytes to keep; -1 for no limit, not available on the international site',
		}),
		flag(
			'AdminSecurity',
			'Block Admin APIs',
			'Whether to block risky admin API requests from clients; Pro Edition only, cannot be undone, not available on the international site',
		),
		integer('TransactionalIdExpirationMs', 'Transaction Expiry (Ms)', {
			range: [3_600_000, 604_800_000],
			default: 604_800_000,
			description: 'Idle time after which an uncommitted transaction expires',
		}),
	],
	check: ({ body = {} }) => {
		checkSteps(body);
		checkChange(body, ['InstanceId'], 'Add at least one setting to change.');
	},
	outcome: (answer, { body = {} }) => singleItem({ ...changed(body), ...taskOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} updated`,
	completion: instanceUpdated,
};
