import type { OperationContext } from '../../shared/contract/context';
import { Failure } from '../../shared/contract/failure';
import { lookAgain } from '../../shared/request/lookAgain';

/**
 * Refuses to delete what the instance does not have, which the API itself does not tell from what it
 * deleted. What was just created is looked for again, as the lists show it some seconds later.
 *
 * @param label The field that names it
 * @param what Of what kind it is: "topics"
 * @param look Names of all that there are
 * @throws {Failure} `notSent`
 */
export async function refuseUnknown(
	item: OperationContext,
	{
		label,
		what,
		names,
		look,
	}: {
		label: string;
		what: string;
		names: unknown;
		look: () => Promise<unknown[]>;
	},
): Promise<void> {
	const missing = async () => {
		const known = new Set(await look());
		return (names as string[]).filter((name) => !known.has(name));
	};
	const isNone = (unknown: string[]) => unknown.length === 0;
	const unknown = await lookAgain(item, missing, isNone, `while checking which ${what} exist`);
	if (isNone(unknown)) return;
	throw new Failure(
		'notSent',
		`'${label}' contains ${what} that do not exist on the instance: ${unknown.join(', ')}`,
		{
			advice:
				'Nothing was deleted. Remove them, or check their spelling; names are case-sensitive.',
		},
	);
}
