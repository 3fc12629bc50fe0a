import { isSecretName } from '../contract/secretNames';
import { MASK } from './secrets';

/** Names that hold a secret only in answers: the key table of a Kerberos user. */
const IN_ANSWERS = /keytab/i;

const isSecret = (name: string, value: unknown): boolean =>
	typeof value === 'string' && value !== '' && (isSecretName(name) || IN_ANSWERS.test(name));

/**
 * An answer without the secrets in it, at any depth: some lists return passwords as they were entered, which
 * no item, execution log, or trigger may keep.
 */
export function masked<T>(answer: T): T {
	if (Array.isArray(answer)) return answer.map(masked) as T;
	if (typeof answer !== 'object' || answer === null) return answer;
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]: [string, unknown]) => [
			name,
			isSecret(name, value) ? MASK : masked(value),
		]),
	) as T;
}
