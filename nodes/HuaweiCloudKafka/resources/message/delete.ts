import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import type { Failure } from '../../../shared/contract/failure';
import type { Operation, Outcome } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { integer, rows } from '../../../shared/form/fields';
import { meaningOf } from '../../api/decode';
import { isSuccess, textIn } from '../../api/failedParts';
import { instance, topicInPath } from '../../fields';

/** Codes of a 404 that say that the path is not there, instead of what it names. */
const NO_PATH: readonly unknown[] = [undefined, '', 'APIGW.0101', 'DMS.00404001'];

/** Whether a region does not have the newer path: nothing was done. */
const isUnpublished = ({ kind, details: { httpStatus, code } }: Failure): boolean =>
	kind === 'refused' && (httpStatus === 405 || (httpStatus === 404 && NO_PATH.includes(code)));

/** Name of the older request, a DELETE with a body, which some proxies drop. Reference 5.7.6. */
const OLDER = 'DeleteKafkaMessage';

/** Turns a request that a region does not know into the older one, and has it sent at once. */
async function takeOlderPath(
	_item: OperationContext,
	request: ApiRequest,
	failure: Failure,
): Promise<number | undefined> {
	if (request.api === OLDER || !isUnpublished(failure)) return undefined;
	const path = request.path.replace(/\/delete$/, '');
	Object.assign(request, { api: OLDER, method: 'DELETE', path });
	return 0;
}

/** A result for each partition; one without is no success. */
function results({ partitions }: IDataObject, { body }: ApiRequest, topic: string): Outcome[] {
	const list = (Array.isArray(partitions) ? partitions : []) as IDataObject[];
	return ((body?.partitions ?? []) as IDataObject[]).map(({ partition, offset }) => {
		const result = list.find((candidate) => String(candidate.partition) === String(partition));
		const deleted = isSuccess(result?.result);
		const code = textIn(result?.error_code);
		const reason = code === undefined || code === '0' ? '' : `: ${meaningOf(code)}`;
		return {
			json: { deleted, topic, partition, offset },
			...(!deleted && {
				failed: `messages of partition ${String(partition)} were not deleted${reason}`,
			}),
		};
	});
}

/**
 * Deletes messages from the earliest up to, not including, an offset (Terraform provider). Official SDK
 * 3.1.215; 200 with a result for each partition. Where a region does not have the path, the older one of
 * the reference, 5.7.6, does the same.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete messages',
	description: 'Delete the messages before an offset in each partition; cannot be undone',
	api: 'DeleteKafkaTopicMessages',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages/delete'),
	kind: 'delete',
	fields: [
		instance(),
		topicInPath('topic'),
		rows('partitions', 'Partitions', {
			required: true,
			entry: 'Partition',
			description: 'Partitions to delete messages from',
			fields: [
				integer('partition', 'Partition', {
					required: true,
					description: 'Partition number, starting from 0',
				}),
				integer('offset', 'Offset', {
					required: true,
					description: 'Messages before this offset are deleted',
				}),
			],
		}),
	],
	again: takeOlderPath,
	outcome: (body, request, item) => results(body, request, item.nodeParameter('topic')),
	subject: ({ topic, partition }) =>
		`messages of topic ${String(topic)}, partition ${String(partition)} deleted`,
};
