import { NodeHelpers, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { BadInput } from '../contract/badInput';
import { isExpression } from '../contract/nothing';

/**
 * Credential types have no package prefix in n8n, and the package loaded last signs for all: it may be an older
 * version of this one. n8n takes out of a credential what the loaded type has no field for, so a role, a project, or
 * an endpoint would be left out without a word, and requests go to another place.
 */

type Fields = readonly INodeProperties[];

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option] : []));

/** The choice that is made in a field, where the loaded type does not offer it. */
function unknownChoice(field: INodeProperties, loaded: INodeProperties, value: unknown) {
	if (field.type !== 'options' || isExpression(value)) return undefined;
	const made = choicesOf(field).find((choice) => choice.value === value);
	const isOffered = choicesOf(loaded).some((choice) => choice.value === value);
	return made && !isOffered ? made.name : undefined;
}

/**
 * Refuses a credential in which something is set that the loaded type does not know.
 *
 * @param own Fields of the type that belongs to this node
 * @param loaded Fields of the type that n8n has loaded
 * @param written The credential as it is stored
 * @throws {BadInput} naming the field
 */
export function refuseUnknown(own: Fields, loaded: Fields, written: IDataObject): void {
	const set = NodeHelpers.getNodeParameters([...own], written as never, false, false, null, null);
	for (const field of own) {
		if (field.type === 'hidden' || !set || !Object.hasOwn(set, field.name)) continue;
		const known = loaded.find(({ name }) => name === field.name);
		if (!known) throw unknown(field.displayName, 'is set');
		const choice = unknownChoice(field, known, set[field.name]);
		if (choice !== undefined) throw unknown(field.displayName, `is '${choice}'`);
	}
}

const unknown = (field: string, setting: string) =>
	new BadInput(
		field,
		`${setting}, which the credential type that n8n has loaded does not support, as it is older than this node`,
		'Another installed package has the same credential type in an older version. Update all packages of n8n-nodes-managed-kafka to the same version, then restart n8n.',
	);
