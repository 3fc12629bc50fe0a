import { deleteMarked } from './deleteMarked';
import { deleteNamed } from './delete';
import { find } from './find';
import { get } from './get';
import { getActivity } from './getActivity';
import { getAll } from './getAll';
import { getRegions } from './getRegions';
import { mark } from './mark';
import type { FleetOperation } from './operation';
import { remind } from './remind';
import { unmark } from './unmark';

/** All operations, in the order in which the form shows them: resources and operations by name. */
export const OPERATIONS: readonly FleetOperation[] = [
	deleteNamed,
	deleteMarked,
	find,
	mark,
	remind,
	unmark,
	get,
	getActivity,
	getAll,
	getRegions,
];

/** Resources by value, with their labels. */
export const RESOURCES: ReadonlyArray<{ name: string; value: string }> = [
	{ name: 'Clean-Up', value: 'cleanUp' },
	{ name: 'Instance', value: 'instance' },
	{ name: 'Region', value: 'region' },
];
