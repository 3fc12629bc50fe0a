import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { noteDeleted } from '../../api/deletions';
import { userOf } from '../../api/records';
import { operation } from '../../api/requests';
import { userGone } from '../../completions/saslUser';
import { instance, user } from '../../fields';
import { mechanism, saslType, withMechanism } from './fields';

/** Deletes a SASL user. AliKafka API Reference, DeleteSaslUser; a user of another type is left alone. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete SASL user',
	description: 'Delete a SASL user; its clients can no longer connect',
	...operation('delete', 'DeleteSaslUser'),
	fields: [instance(), user(), saslType(), mechanism()],
	check: withMechanism,
	outcome: (_answer, { body = {} }, item) => {
		noteDeleted(item, userOf(body));
		return singleItem({ ...userOf(body), deleted: true });
	},
	subject: ({ Username: name }) => `user ${String(name)} deleted`,
	completion: userGone,
};
