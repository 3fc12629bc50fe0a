import type { IDataObject } from 'n8n-workflow';

import type { Operation, Outcome } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { noList } from '../../../../shared/contract/pages';
import { BARE_LIST } from '../../../api/decode';
import { textIn } from '../../../api/failedParts';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/**
 * The checks of an answer, which is a bare list; the reference's table shows a single one instead.
 *
 * @throws {Failure} There is none: nothing was checked, which must not look as if all was well
 */
function checksIn(body: IDataObject): IDataObject[] {
	const list = body[BARE_LIST];
	if (Array.isArray(list)) return list as IDataObject[];
	if (textIn(body.name) !== undefined) return [body];
	throw noList('checks');
}

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
