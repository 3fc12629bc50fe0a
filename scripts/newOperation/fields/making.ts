import type { JsonSchema } from '../../../emulator/core/facts';
import type { Code, Import } from '../code/code';
import type { Parameter } from '../parameters';
import type { Draft, VendorProfile } from '../vendors/vendor';
import type { Section, Vocabulary } from './vocabulary';

/** A parameter as a field of the operation. */
export interface FieldCode extends Code {
	parameter: Parameter;
	/** Label in the form. */
	label: string;
	isLocator: boolean;
}

/** What the fields of one operation are made with. */
export interface FieldContext {
	profile: VendorProfile;
	draft: Draft;
	vocabulary: Vocabulary;
	/** Labels of fields whose texts are those of the facts, and of another operation. */
	taken: string[];
	reused: string[];
	/** Makes a field, also one inside of another. */
	write(parameter: Parameter, section: Section): FieldCode;
}

/** One field under way. */
export interface Making {
	context: FieldContext;
	parameter: Parameter;
	section: Section;
	/** Of the value; of a JSON text that of its content. */
	schema: JsonSchema;
	/** Label by the wire name. */
	label: string;
	description: string;
	/** Last argument of the builder. */
	options: Record<string, unknown>;
}

/** Call of a builder, with the label that it has at last. */
export interface Made extends Code {
	label: string;
}

/** Imports a field builder. */
export const builder = (name: string): Import => ({ name, from: 'nodes/shared/form/fields' });

/** A label with the wire name, for whoever has to look at it. */
export const named = ({ label, parameter }: Making): string => `'${label}' (${parameter.wireName})`;
