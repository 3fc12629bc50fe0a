import type { Operation } from '../../../shared/contract/operation';
import { put, singleItem } from '../../../shared/contract/operation';
import { flag, integer } from '../../../shared/form/fields';

/**
 * Sets the policy of the recycle bin. DMS for Kafka API Reference, ModifyRecyclePolicy. What becomes of a
 * value that is not sent is not documented, so both are always sent; setting them twice changes nothing.
 */
export const updatePolicy: Operation = {
	value: 'updatePolicy',
	name: 'Update Policy',
	action: 'Update policy of recycle bin',
	description: 'Set whether and how long deleted instances are kept, for the whole region',
	api: 'ModifyRecyclePolicy',
	request: put('/v2/{project_id}/recycle'),
	kind: 'change',
	warning:
		"The policy applies to all instances of the project in this region, including RabbitMQ and RocketMQ. With 'Keep Deleted Instances' off, all later deletions are final.",
	fields: [
		flag(
			'default_use_recycle',
			'Keep Deleted Instances',
			'Whether to move deleted instances to the recycle bin instead of deleting them immediately',
			{ required: true, default: true },
		),
		integer('retention_days', 'Retention (Days)', {
			required: true,
			range: [1, 7],
			default: 7,
			description: 'Number of days for which a deleted instance is kept, with its storage billed',
		}),
	],
	outcome: ({ retention_days, default_use_recycle }, { body }) =>
		singleItem({ updated: true, ...body, retention_days, default_use_recycle }),
	subject: () => 'policy of the recycle bin',
};
