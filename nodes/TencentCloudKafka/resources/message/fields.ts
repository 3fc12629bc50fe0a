import type { Field } from '../../../shared/contract/field';
import { integer } from '../../../shared/form/fields';
import type { Common } from '../../../shared/form/fields/base';
import { instance, topicName } from '../../fields';

/** A partition of a topic. */
export const partitionOfTopic = (): Field[] => [
	instance(),
	topicName('Topic'),
	integer('Partition', 'Partition', {
		required: true,
		range: [0, Infinity],
		description: 'Partition number, starting from 0',
	}),
];

/** Where in its partition a message stands. */
export const offset = (description: string, options: Pick<Common, 'name' | 'show'> = {}): Field =>
	integer('Offset', 'Offset', { ...options, required: true, range: [0, Infinity], description });
