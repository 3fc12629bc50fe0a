import type { Field } from '../contract/field';

/**
 * Fields that must have a value only where they are shown. n8n itself would ask for one also where an
 * expression decides later that they are not.
 */
export const neededIfShown = (fields: Field[]): Field[] =>
	fields.map((field) => {
		if (!field.property.displayOptions?.show) return field;
		const { required: _, ...property } = field.property;
		return { ...field, property, neededIfShown: true };
	});
