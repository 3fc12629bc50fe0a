import { isSecretName } from '../../shared/contract/secretNames';

/** What stands for a secret. */
const MASK = '********';

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
			isSecretName(name) && typeof value === 'string' && value !== '' ? MASK : masked(value),
		]),
	) as T;
}
