import type { Field } from '../../../shared/contract/field';
import { integer } from '../../../shared/form/fields';
import { instance, topicName } from '../../fields';

/** Where in a topic a message stands. */
export const position = (offset: string): Field[] => [
	instance(),
	topicName('Topic'),
	integer('Partition', 'Partition', {
		required: true,
		range: [0, Infinity],
		description: 'Partition number, starting from 0',
	}),
	integer('Offset', 'Offset', { required: true, range: [0, Infinity], description: offset }),
];
