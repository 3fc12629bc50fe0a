import type { IDataObject } from 'n8n-workflow';

import type { Operation, Outcome } from '../../../shared/contract/operation';
import { put } from '../../../shared/contract/operation';
import { flag, integer } from '../../../shared/form/fields';

const POLICY = ['default_use_recycle', 'retention_days'] as const;

/** The policy that the service answers; one that is not what was sent has not been set. */
function outcomeOf(answer: IDataObject, asked: IDataObject): Outcome[] {
	const set = Object.fromEntries(POLICY.map((name) => [name, answer[name] ?? asked[name]]));
	const others = POLICY.filter((name) => String(set[name]) !== String(asked[name]));
	if (others.length === 0) return [{ json: { updated: true, ...set } }];
	const shown = others.map((name) => `${name} is ${String(set[name])}`).join(', ');
	return [{ json: set, failed: `the policy was not set as requested: ${shown}` }];
}

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
	outcome: (answer, { body = {} }) => outcomeOf(answer, body),
	subject: () => 'policy of the recycle bin',
};
