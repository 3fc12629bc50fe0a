import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { takeUserName } from '../user/login';
import { CLUSTER, OPERATIONS, OPERATIONS_OF, RESOURCE_TYPES } from './codes';

/**
 * Holds an operation against the kinds of resources that have it.
 *
 * @throws {BadInput}
 */
export function checkOperation({ body = {} }: ApiRequest): void {
	const [type, operation] = [Number(body.ResourceType), Number(body.Operation)];
	const possible = OPERATIONS_OF[type];
	// What is not known here may be new.
	if (!possible || !OPERATIONS[operation] || possible.includes(operation)) return;
	throw new BadInput(
		'Allowed Operation',
		`cannot be '${OPERATIONS[operation]}' for the resource type '${RESOURCE_TYPES[type as 2]}'`,
		`Use one of: ${possible.map((code) => OPERATIONS[code]).join(', ')}.`,
	);
}

/**
 * Holds an ACL against the rule that topics and groups are named.
 *
 * @param alsoIn Parameter that can hold the names instead
 * @throws {BadInput}
 */
export function checkName({ body = {} }: ApiRequest, alsoIn?: string): void {
	if (body.ResourceType === CLUSTER || body.ResourceName !== undefined) return;
	if (alsoIn !== undefined && body[alsoIn] !== undefined) return;
	throw new BadInput(
		'Topic or Consumer Group',
		'is empty',
		"Select the topic or consumer group that the ACL is for, or set 'Resource Type' to 'Cluster'.",
	);
}

/**
 * Takes the user out of a login name.
 *
 * @throws {BadInput} It is one of another instance
 */
export const checkPrincipal = ({ body = {} }: ApiRequest): void =>
	takeUserName(body, 'Principal', 'User', body.InstanceId);

/**
 * The same in the rows of a rule.
 *
 * @throws {BadInput}
 */
export function checkPrincipals({ body = {} }: ApiRequest): void {
	for (const row of (body.RuleList ?? []) as IDataObject[]) {
		takeUserName(row, 'Principal', 'User', body.InstanceId);
	}
}
