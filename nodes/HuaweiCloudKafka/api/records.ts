import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';

/** A record together with the instance it belongs to, which most answers of the API leave out. */
export const withInstance = (record: IDataObject, item: OperationContext): IDataObject => ({
	...record,
	instance_id: item.nodeParameter<string>('instanceId'),
});

/** Whether a record of a list that all engines share is of Kafka; one that names no engine is. */
export const isKafka = ({ engine }: IDataObject): boolean =>
	String(engine ?? 'kafka').toLowerCase() === 'kafka';
