import type { Field } from '../../../shared/contract/field';
import { choice, list } from '../../../shared/form/fields';

export const taggedResource = (): Field =>
	choice('ResourceType', 'Tagged Resource', {
		name: 'taggedResource',
		required: true,
		values: { INSTANCE: 'Instance', TOPIC: 'Topic', CONSUMERGROUP: 'Consumer Group' },
	});

export const resourceIds = (required: boolean): Field =>
	list('ResourceId', 'Resource IDs', {
		name: 'resourceIds',
		required,
		placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
		description:
			'Comma-separated IDs of instances; topics and consumer groups as Kafka_, instance ID, and name: Kafka_alikafka_post-cn-mp91gnw0p001_orders',
	});
