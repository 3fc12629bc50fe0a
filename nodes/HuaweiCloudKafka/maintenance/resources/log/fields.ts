import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../../shared/contract/context';
import type { Field } from '../../../../shared/contract/field';
import type { Settled } from '../../../../shared/contract/operation';
import { listIn } from '../../../../shared/contract/pages';
import { choice } from '../../../../shared/form/fields';
import { withInstance } from '../../../api/records';
import { showLog } from '../../../api/requests';

/** Which of the two logs, in the path. */
export const logType = (): Field =>
	choice('log_type', 'Log', {
		sentIn: 'path',
		required: true,
		values: { REBALANCE: 'Consumer Group Rebalances', topic_log: 'Topic Changes' },
	});

/** A log as the item names it. */
export const ofLog = (json: IDataObject, item: OperationContext): IDataObject =>
	withInstance({ ...json, log_type: item.nodeParameter<string>('logType') }, item);

/** The log, for texts. */
export const subjectOfLog = (what: string) => (json: IDataObject) =>
	`log ${String(json.log_type)} of instance ${String(json.instance_id)} ${what}`;

/** A log as it is shown; one that was never on has no record. */
export const recordsIn = (body: IDataObject): IDataObject[] =>
	body.log_response_list === null ? [] : listIn(body, 'log_response_list');

/**
 * Spares a request where the log is as it is to be, since a second one is an error.
 *
 * @param wanted Status that it is to have
 * @param done What comes out then
 */
export async function settledIf(
	item: OperationContext,
	wanted: 'OPEN' | 'CLOSE',
	done: IDataObject,
): Promise<Settled | void> {
	const [instanceId, type] = [item.nodeParameter('instanceId'), item.nodeParameter('logType')];
	const records = recordsIn(await item.call(showLog(instanceId, type)));
	const status = records.length > 0 ? records[0].status : 'CLOSE';
	if (status !== wanted) return;
	return { outcomes: [{ json: ofLog({ ...done, changed: false }, item) }], isAll: true };
}
