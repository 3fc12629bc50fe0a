import type { Operation, Outcome } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { checksIn } from '../../../api/checks';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/**
 * Checks whether an instance is fit for a resize. DMS for Kafka API Reference, page
 * ShowKafkaScalePreCheckInfo of 2026-01; a failed check does not keep from resizing.
 */
export const checkResize: Operation = {
	value: 'checkResize',
	name: 'Check Resize',
	action: 'Check resize of instance',
	description:
		'Check whether an instance can be resized without risk for its clients; returns one item per check',
	api: 'ShowKafkaScalePreCheckInfo',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/extend-check'),
	kind: 'read',
	fields: [instance()],
	outcome: (body, _request, item): Outcome[] =>
		checksIn(body).map((check) => ({ json: withInstance(check, item) })),
};
