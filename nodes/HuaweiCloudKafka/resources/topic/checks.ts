import { BadInput } from '../../../shared/contract/badInput';

/** The first entry that a list has twice, if any. */
export const twice = (entries: unknown[]) => entries.find((one, i) => entries.indexOf(one) !== i);

/**
 * Refuses a list that names a broker twice.
 *
 * @throws {BadInput}
 */
export function checkBrokers(label: string, brokers: number[]): void {
	const broker = twice(brokers);
	if (broker === undefined) return;
	throw new BadInput(
		label,
		`contains broker ${String(broker)} twice`,
		'Enter each broker only once.',
	);
}
