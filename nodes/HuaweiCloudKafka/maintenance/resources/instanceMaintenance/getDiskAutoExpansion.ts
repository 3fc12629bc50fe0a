import type { Operation } from '../../../../shared/contract/operation';
import { get, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/** Gets when disks grow by themselves. DMS for Kafka API Reference, page ShowVolumeExpandConfig of 2026-01. */
export const getDiskAutoExpansion: Operation = {
	value: 'getDiskAutoExpansion',
	name: 'Get Disk Auto Expansion',
	action: 'Get disk auto expansion of instance',
	description: 'Get whether, when, and by how much the disks of an instance expand automatically',
	api: 'ShowVolumeExpandConfig',
	request: get('/v2/{project_id}/instances/{instance_id}/auto-volume-expand'),
	kind: 'read',
	fields: [instance()],
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
};
