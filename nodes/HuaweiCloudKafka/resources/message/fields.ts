import type { Field } from '../../../shared/contract/field';
import { integer } from '../../../shared/form/fields';

/** The offset of one message, which the query takes as text. */
export const messageOffset = (): Field =>
	integer('message_offset', 'Message Offset', {
		place: 'query',
		required: true,
		asText: true,
		description: 'Offset of the message in its partition, starting from 0',
	});
