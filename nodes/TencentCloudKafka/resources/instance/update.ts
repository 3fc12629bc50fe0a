import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/badInput';
import type { Field } from '../../../shared/field';
import { extras, flag, integer, record, text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
import { instanceUpdated } from '../../completions';
import { instance } from '../../fields';
import { flowOf } from '../../requests';

const NUMBER = { asNumber: true } as const;

const autoCreation = (): Field =>
	record('Config', 'Automatic Topics', {
		entry: 'Automatic Topics',
		description: 'Whether and how topics are created that clients name',
		fields: [
			flag(
				'AutoCreateTopicEnable',
				'Create Topics Automatically',
				'Whether a topic that a client names is created',
			),
			extras([
				integer('DefaultNumPartitions', 'Partitions', {
					default: 3,
					description: 'How many a new topic has',
				}),
				integer('DefaultReplicationFactor', 'Replicas', {
					default: 2,
					description: 'How many a new topic has',
				}),
			]),
		],
	});

const dynamicRetention = (): Field =>
	record('DynamicRetentionConfig', 'Dynamic Retention', {
		entry: 'Dynamic Retention',
		description: 'How messages are deleted earlier when the disk fills up',
		fields: [
			flag(
				'Enable',
				'Dynamic Retention',
				'Whether messages are deleted earlier when the disk fills up',
				NUMBER,
			),
			extras([
				integer('DiskQuotaPercentage', 'Disk Usage (%)', {
					default: 90,
					description: 'From which usage of the disk on the retention is cut',
				}),
				integer('StepForwardPercentage', 'Step (%)', {
					default: 10,
					description: 'By how much the retention is cut each time',
				}),
				integer('BottomRetention', 'Lowest Retention (Minutes)', {
					default: 60,
					description: 'Below which the retention is not cut',
				}),
			]),
		],
	});

const dynamicDisk = (): Field =>
	record('DynamicDiskConfig', 'Dynamic Disk (Deprecated)', {
		entry: 'Dynamic Disk',
		description: 'How the disk grows by itself',
		fields: [
			flag('Enable', 'Dynamic Disk', 'Whether the disk grows by itself, which is billed', NUMBER),
			extras([
				integer('StepForwardPercentage', 'Step (%)', {
					default: 10,
					description: 'By how much the disk grows each time',
				}),
				integer('DiskQuotaPercentage', 'Disk Usage (%)', {
					default: 90,
					description: 'From which usage on the disk grows',
				}),
				integer('MaxDiskSpace', 'Largest Disk (GB)', {
					default: 500,
					description: 'Beyond which the disk does not grow',
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
	description: 'Change name, retention, public bandwidth, deletion protection and other settings',
	api: 'ModifyInstanceAttributes',
	request: post('/'),
	fields: [instance()],
	options: [
		text('InstanceName', 'Name', { placeholder: 'e.g. orders-dev' }),
		integer('MsgRetentionTime', 'Retention (Minutes)', {
			range: [1, 129_600],
			default: 1440,
			description: 'How long messages are kept unless the topic says otherwise, at most 90 days',
		}),
		autoCreation(),
		dynamicRetention(),
		integer('RebalanceTime', 'Upgrade Time', {
			description: 'When a pending upgrade runs; Unix time in seconds',
		}),
		integer('PublicNetwork', 'Public Bandwidth (Mbps)', {
			range: [3, 999],
			description: 'Professional edition only; billed beyond what is free',
		}),
		dynamicDisk(),
		integer('MaxMessageByte', 'Largest Message (Bytes)', {
			range: [1025, 12_582_911],
			default: 1_048_576,
			description: 'Largest message that the instance takes',
		}),
		flag(
			'UncleanLeaderElectionEnable',
			'Unclean Leader Election',
			'Whether a replica that lags behind may become leader, which can lose messages',
			NUMBER,
		),
		flag(
			'DeleteProtectionEnable',
			'Deletion Protection',
			'Whether the instance cannot be deleted until this is switched off again',
			{ ...NUMBER, default: true },
		),
		integer('RetentionBytes', 'Retention (Bytes)', {
			default: -1,
			description: 'How many bytes are kept; -1 for no limit, not on the international site',
		}),
		flag(
			'AdminSecurity',
			'Block Admin APIs',
			'Whether risky admin requests of clients are refused; professional edition only, cannot be undone, not on the international site',
		),
		integer('TransactionalIdExpirationMs', 'Transaction Expiry (Ms)', {
			range: [3_600_000, 604_800_000],
			default: 604_800_000,
			description: 'After which idle time an open transaction expires',
		}),
	],
	check: ({ body = {} }) => {
		if (Object.keys(body).length > 1) return;
		throw new BadInput('Options', 'has nothing to change', 'Add at least one setting to change.');
	},
	outcome: (answer, { body = {} }) => one({ ...changed(body), ...flowOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} updated`,
	completion: instanceUpdated,
};
