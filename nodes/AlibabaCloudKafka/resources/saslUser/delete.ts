import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { userOf } from '../../api/records';
import { operation } from '../../api/requests';
import { instance, user } from '../../fields';
import { saslType } from './fields';

/** Deletes a SASL user. AliKafka API Reference, DeleteSaslUser; a user of another type is left alone. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete SASL user',
	description: 'Delete a SASL user; its clients can no longer connect',
	...operation('delete', 'DeleteSaslUser'),
	fields: [instance(), user(), saslType()],
	outcome: (_answer, { body = {} }) => singleItem({ ...userOf(body), deleted: true }),
	subject: ({ Username: name }) => `user ${String(name)} deleted`,
};
