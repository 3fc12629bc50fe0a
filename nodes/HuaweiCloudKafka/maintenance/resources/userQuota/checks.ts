import { BadInput } from '../../../../shared/contract/badInput';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { checkByteRates } from '../../../fields';

/**
 * Holds the target of a quota against the rules between its parameters, 5.2.11.
 *
 * @throws {BadInput}
 */
export function checkTarget({ body = {} }: ApiRequest): void {
	for (const [one, everyone, label, allLabel] of [
		['user', 'user-default', 'User', 'All Users'],
		['client', 'client-default', 'Client ID', 'All Clients'],
	]) {
		if (body[one] !== undefined && body[everyone] === true) {
			throw new BadInput(label, `and '${allLabel}' are both set`, 'Remove one of them.');
		}
	}
	const isFor = [body.user, body.client, body['user-default'] || undefined];
	if ([...isFor, body['client-default'] || undefined].every((value) => value === undefined)) {
		throw new BadInput(
			'User',
			"and 'Client ID' are both empty",
			"Enter one or both of them, or add 'All Users' or 'All Clients' under 'Options'.",
		);
	}
}

/**
 * The same for a quota with limits, of which there has to be one.
 *
 * @throws {BadInput}
 */
export function checkQuota(request: ApiRequest): void {
	checkTarget(request);
	checkByteRates(request);
}
