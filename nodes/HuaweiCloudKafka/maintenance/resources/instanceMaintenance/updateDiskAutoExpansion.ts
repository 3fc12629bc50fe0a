import { BadInput } from '../../../../shared/contract/badInput';
import type { Operation } from '../../../../shared/contract/operation';
import { put, singleItem } from '../../../../shared/contract/operation';
import { flag, integer } from '../../../../shared/form/fields';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/** The service buys storage in steps of so many GB. */
const STEP = 100;

const whenOn = { required: true, show: { autoVolumeExpandEnable: [true] } };

/**
 * Changes when disks grow by themselves. DMS for Kafka API Reference, page UpdateVolumeExpansionConfig of
 * 2026-01; 204 without a body. Switched on, the other three are needed (Terraform provider).
 */
export const updateDiskAutoExpansion: Operation = {
	value: 'updateDiskAutoExpansion',
	name: 'Update Disk Auto Expansion',
	action: 'Update disk auto expansion of instance',
	description: 'Set whether, when, and by how much the disks of an instance expand automatically',
	api: 'UpdateVolumeExpansionConfig',
	request: put('/v2/{project_id}/instances/{instance_id}/auto-volume-expand'),
	kind: 'change',
	warning:
		'Each expansion is billed without further confirmation, and storage cannot be reduced again.',
	fields: [
		instance(),
		flag(
			'auto_volume_expand_enable',
			'Expand Automatically',
			'Whether disks expand automatically',
			{
				required: true,
			},
		),
		integer('expand_threshold', 'Threshold (%)', {
			...whenOn,
			range: [20, 80],
			default: 80,
			description: 'Disk usage at which the disks expand',
		}),
		integer('expand_increment', 'Increment (%)', {
			...whenOn,
			range: [10, 100],
			default: 10,
			description: 'Growth of the storage each time',
		}),
		integer('max_volume_size', 'Maximum Storage (GB)', {
			...whenOn,
			description: 'Total storage of all brokers beyond which the disks do not expand',
			hint: 'Must be a multiple of 100 that is larger than the current storage',
		}),
	],
	check: ({ body = {} }) => {
		const { max_volume_size: size } = body;
		if (size === undefined || (Number(size) > 0 && Number(size) % STEP === 0)) return;
		throw new BadInput(
			'Maximum Storage (GB)',
			`is ${String(size)}`,
			'Enter a multiple of 100 that is larger than the current storage.',
		);
	},
	outcome: (_answer, { body }, item) => singleItem(withInstance({ updated: true, ...body }, item)),
	subject: ({ instance_id: id }) => `disk auto expansion of instance ${String(id)} updated`,
};
