import { isBlank } from '../../shared/contract/field';

/** Largest number of a usual zone, such as 100003: special ones have ten digits, which count nothing. */
const LARGEST = 9_999_999;

/** By how many the last digits of a number count the zones of its region. */
const COUNTED = 10_000;

/**
 * Whether a zone of VPC, such as ap-guangzhou-3, is that of a number of CKafka, such as 100003.
 *
 * @returns `undefined` where that cannot be told
 */
export function isZone(name: unknown, id: unknown): boolean | undefined {
	const number = Number(id);
	if (isBlank(id) || isBlank(name) || !(number > 0 && number <= LARGEST)) return undefined;
	const [, last] = /-(\d+)$/.exec(String(name)) ?? [];
	return last === undefined ? undefined : Number(last) === number % COUNTED;
}
