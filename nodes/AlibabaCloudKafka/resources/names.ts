import { BadInput } from '../../shared/contract/badInput';
import type { OperationContext } from '../../shared/contract/context';
import { knownInstance } from '../api/requests';
import { LONGEST_RESERVED_NAME, seriesOf } from '../api/series';

/** What reserved instances take for the names of topics and groups; serverless ones take more. */
const RESERVED_NAME = /^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]+$/;

/**
 * Refuses a name that only serverless instances have. Reserved ones would cut it off without a word: a
 * create would make, and a deletion take away, something of another name. Only such a name costs a read.
 *
 * @param label Label of the field
 * @throws {BadInput}
 */
export async function checkReservedName(
	item: OperationContext,
	instanceId: unknown,
	label: string,
	name: string,
): Promise<void> {
	const { length } = name;
	const isTooLong = length > LONGEST_RESERVED_NAME;
	if (!isTooLong && RESERVED_NAME.test(name)) return;
	if (seriesOf(await knownInstance(item, instanceId)) !== 'reserved') return;
	throw isTooLong
		? new BadInput(
				label,
				`has ${length} characters`,
				`A reserved instance truncates names after ${LONGEST_RESERVED_NAME} characters without an error. Use a shorter name.`,
			)
		: new BadInput(
				label,
				'contains characters that reserved instances do not allow',
				'Use letters, digits, periods, hyphens, and underscores.',
			);
}
