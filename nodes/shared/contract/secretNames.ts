import type { INode, INodeParameters } from 'n8n-workflow';

/**
 * Names of parameters and credential fields that hold a secret, some as `pass_word`; a secret ID is a public
 * name. Half of a key that is handed to a service is none of its business: `access_key`.
 */
const SECRET = /pass_?w|secret(?!Id)|token|access_key/i;

/** Whether a parameter or a credential field of that name holds a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name);

function withoutSecretMembers(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecretMembers);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !isSecretName(name))
			.map(([name, one]) => [name, withoutSecretMembers(one)]),
	);
}

/** A copy of a node without its passwords: n8n keeps it with an error, and hands it to error workflows. */
export const withoutPasswords = (node: INode): INode => ({
	...node,
	parameters: withoutSecretMembers(node.parameters) as INodeParameters,
});
