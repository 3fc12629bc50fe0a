import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';

/** `ckafka-8j4ro59xx#orders`: how clients sign in as the user orders of that instance. */
const LOGIN = /^(User:)?(ckafka-[^#]*)#(.*)$/i;

/**
 * Takes the instance out of a login name: as a user or principal of the API it would be another user, and an
 * ACL for it would have no effect.
 *
 * @param holder Request body, or a row of it
 * @param instanceId Instance that the request is for
 * @throws {BadInput} It names a user of another instance
 */
export function takeUserName(
	holder: IDataObject,
	wireName: 'Name' | 'Principal',
	label: string,
	instanceId: unknown,
): void {
	const login = LOGIN.exec(String(holder[wireName] ?? ''));
	if (!login) return;
	const [, prefix = '', instance, name] = login;
	if (instance.toLowerCase() === String(instanceId).toLowerCase() && name !== '') {
		holder[wireName] = prefix + name;
		return;
	}
	throw new BadInput(
		label,
		`is a login name of the instance ${instance}, but the request is for ${String(instanceId)}`,
		"Enter the name of the user without the instance ID and '#'.",
	);
}
