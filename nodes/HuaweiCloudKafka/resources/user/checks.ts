import { BadInput } from '../../../shared/contract/badInput';

/**
 * Refuses a password that is the name of its user, or that name reversed.
 *
 * @throws {BadInput}
 */
export function checkNotTheName(password: unknown, name: string, label = 'Password'): void {
	if (password !== name && password !== [...name].reverse().join('')) return;
	throw new BadInput(
		label,
		'is the same as the user name or the user name reversed',
		'Choose another password.',
	);
}
