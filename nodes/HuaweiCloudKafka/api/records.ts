import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { isObject } from '../../shared/request/serviceFailure';

/** The records of a list inside of an answer; nothing of what is no list, or no record. */
export const recordsOf = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];

/** A record together with the instance it belongs to, which most answers of the API leave out. */
export const withInstance = (record: IDataObject, item: OperationContext): IDataObject => ({
	...record,
	instance_id: item.nodeParameter<string>('instanceId'),
});

/** Whether a record of a list that all engines share is of Kafka; one that names no engine is. */
export const isKafka = ({ engine }: IDataObject): boolean =>
	String(engine ?? 'kafka').toLowerCase() === 'kafka';

/** A time of an answer, Unix milliseconds as number or text, or a date; `undefined` where it is none. */
export function timeOf(value: unknown): number | undefined {
	const number = Number(value);
	if (Number.isFinite(number)) return number > 0 ? number : undefined;
	const date = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(date) ? undefined : date;
}
