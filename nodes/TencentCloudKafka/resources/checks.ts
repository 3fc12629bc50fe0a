import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../shared/contract/badInput';

/**
 * Holds a change against the rule that it changes something.
 *
 * @param target Parameters that only name what is changed
 * @throws {BadInput}
 */
export function checkChange(body: IDataObject, target: string[], advice: string): void {
	if (Object.keys(body).some((name) => !target.includes(name))) return;
	throw new BadInput('Options', 'has nothing to change', advice);
}
