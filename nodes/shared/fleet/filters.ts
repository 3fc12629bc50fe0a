import type { FleetInstance } from './record';
import { glob } from './globs';
import type { TagWanted } from './tags';
import { hasTag, lacksTag } from './tags';
import { DAY, millis } from './times';
import type { Billing, State } from './words';

/** Which instances are wanted; whatever is not set narrows nothing. What a cloud did not tell never fits. */
export interface Filters {
	states?: readonly State[];
	billing?: Billing;
	/** Text that the name contains, whatever the case. */
	name?: string;
	namePattern?: string;
	/** All of them. */
	tags?: readonly TagWanted[];
	withoutTag?: string;
	/** Unix time, milliseconds. */
	createdAfter?: number;
	createdBefore?: number;
	expiresWithinDays?: number;
	edition?: string;
	vpcId?: string;
	owner?: string;
}

type Test = (one: FleetInstance) => boolean;

/**
 * Whether an instance is wanted.
 *
 * @param now Unix time, milliseconds
 */
export function filterBy(filters: Filters, now: number): Test {
	const { states, billing, name, namePattern, tags = [], withoutTag } = filters;
	const { createdAfter, createdBefore, expiresWithinDays, edition, vpcId, owner } = filters;
	const fits = namePattern ? glob(namePattern) : undefined;
	const tests: Array<Test | false> = [
		(states?.length ?? 0) > 0 && (({ state }) => states?.includes(state) === true),
		billing !== undefined && ((one) => one.billing === billing),
		!!name && ((one) => one.name.toLowerCase().includes(name.toLowerCase())),
		fits !== undefined && ((one) => fits(one.name)),
		...tags.map(
			(tag): Test =>
				(one) =>
					hasTag(one.tags, tag),
		),
		!!withoutTag && ((one) => lacksTag(one.tags, withoutTag)),
		createdAfter !== undefined && ((one) => (millis(one.createdAt) ?? -Infinity) >= createdAfter),
		createdBefore !== undefined && ((one) => (millis(one.createdAt) ?? Infinity) < createdBefore),
		expiresWithinDays !== undefined &&
			((one) => (millis(one.expiresAt) ?? Infinity) <= now + expiresWithinDays * DAY),
		!!edition && ((one) => one.edition === edition),
		!!vpcId && ((one) => one.vpcId === vpcId),
		!!owner && ((one) => one.owner === owner),
	];
	const wanted = tests.filter((test): test is Test => test !== false);
	return (one) => wanted.every((test) => test(one));
}
