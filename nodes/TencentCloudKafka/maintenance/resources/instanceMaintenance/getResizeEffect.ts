import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { choice, flag, integer, text } from '../../../../shared/form/fields';
import { recordOf } from '../../../api/records';
import { instance } from '../../../fields';

/** Tells what a resize would do. CKafka DescribeModifyType; the codes of `ModifyType` are documented nowhere. */
export const getResizeEffect: Operation = {
	value: 'getResizeEffect',
	name: 'Get Resize Effect',
	action: 'Get resize effect of instance',
	description:
		'Check whether a planned resize would migrate data, which takes longer; give all sizes, also those that stay the same',
	api: 'DescribeModifyType',
	request: post('/'),
	kind: 'read',
	fields: [
		instance(),
		integer('BandWidth', 'Bandwidth (MB/s)', {
			required: true,
			default: 40,
			description: 'Planned bandwidth',
		}),
		integer('DiskSize', 'Disk Size (GB)', {
			required: true,
			default: 500,
			description: 'Planned disk size',
		}),
		choice('DiskType', 'Disk Type', {
			required: true,
			open: true,
			values: {
				CLOUD_BASIC: 'Basic Cloud Disk',
				CLOUD_PREMIUM: 'Premium Cloud Disk',
				CLOUD_SSD: 'SSD Cloud Disk',
			},
		}),
		integer('Partition', 'Partitions', {
			required: true,
			default: 800,
			description: 'Planned maximum number of partitions on the instance',
		}),
		integer('Topic', 'Topics', {
			name: 'topicNum',
			required: true,
			default: 800,
			description: 'Planned maximum number of topics on the instance',
		}),
		text('Type', 'Edition', {
			required: true,
			default: 'sp_ckafka_profession',
			placeholder: 'e.g. sp_ckafka_profession',
			description: 'Billing name of the edition, not the name that other operations use',
		}),
	],
	options: [
		text('ModifyEntry', 'Entry Point', {
			placeholder: 'e.g. OPEN_ELASTIC_BANDWIDTH_ENTRY',
			description: 'Where the change is requested from',
		}),
		flag('ModifyZone', 'Change Zones', 'Whether the zones change, too'),
	],
	outcome: (answer) => singleItem(recordOf(answer)),
};
