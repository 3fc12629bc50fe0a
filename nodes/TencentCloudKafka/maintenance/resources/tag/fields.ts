import type { Field } from '../../../../shared/contract/field';
import { text } from '../../../../shared/form/fields';
import { instanceResource } from '../../../api/tags';
import { instance, tagKey as accountTagKey } from '../../../fields';

/** Most tags that one request of the Tag service takes. */
export const MOST_TAGS = 10;

/** The instance that tags are added to or removed from, as the Tag service names it. */
export function taggedInstance(): Field {
	const field = instance();
	return {
		...field,
		wireName: 'Resource',
		property: {
			...field.property,
			routing: { send: { type: 'body', property: 'Resource' } },
		},
		serialize(value, zone) {
			const id = field.serialize(value, zone);
			return id === undefined ? undefined : instanceResource(String(id));
		},
	};
}

/** Longest key and value; the first and last character cannot be a space. */
const KEY_LENGTH = 127;
const VALUE_LENGTH = 255;

export const tagKey = (): Field => accountTagKey({ required: true, length: [1, KEY_LENGTH] });

export const tagValue = (): Field =>
	text('TagValue', 'Value', {
		required: true,
		length: [1, VALUE_LENGTH],
		placeholder: 'e.g. development',
	});
