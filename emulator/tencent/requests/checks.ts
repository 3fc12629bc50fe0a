import { isIP } from 'node:net';

import { refuse, refuseValue } from '../answers/errors';
import type { Instance } from '../model/instance';

/** Refuses a name that is in use. */
export function checkFree(
	kind: string,
	name: string,
	taken: ReadonlyArray<{ name: string }>,
): void {
	if (taken.some((one) => one.name === name)) {
		refuse('InvalidParameterValue.RepetitionValue', `The ${kind} ${name} exists already.`);
	}
}

/** Refuses an empty text. */
export function checkFilled(name: string, value: string): void {
	if (value.trim() === '') {
		refuse('InvalidParameterValue.NotAllowedEmpty', `The parameter \`${name}\` must not be empty.`);
	}
}

/** Refuses a number that is no multiple of the step. */
export function checkStep(name: string, value: number, step: number): void {
	if (value % step !== 0) refuseValue(name, `it must be a multiple of ${step}`);
}

/** Refuses anything but IPs and network ranges. */
export function checkAddresses(name: string, addresses: string[]): void {
	const wrong = addresses.find((address) => !isAddress(address));
	if (wrong !== undefined) refuseValue(name, `${wrong} is neither an IP nor a network range`);
}

function isAddress(text: string): boolean {
	const [ip, mask, ...rest] = text.split('/');
	const kind = isIP(ip);
	if (kind === 0 || rest.length) return false;
	return mask === undefined || (/^\d+$/.test(mask) && Number(mask) <= (kind === 4 ? 32 : 128));
}

/** Refuses hosts that are neither * nor IPs and network ranges, separated by semicolons. */
export function checkHost(name: string, host: string): void {
	if (host !== '*') checkAddresses(name, host.split(';'));
}

/** Refuses a principal without its prefix, and a user that does not exist. */
export function checkUser(instance: Instance, principal: string): void {
	const [, name] = /^User:(.+)$/.exec(principal) ?? [];
	if (!name) refuseValue('Principal', 'it must begin with User:');
	if (name !== '*' && !instance.users.some((user) => user.name === name)) {
		refuse('ResourceNotFound', `The user ${name} does not exist.`);
	}
}

/** Paging parameters as on the wire. */
export interface Paging {
	Offset?: number;
	Limit?: number;
}

/** A page of a list; past the end it is empty. */
export function page<T>(list: T[], { Offset = 0, Limit }: Paging, usual: number): T[] {
	if (Offset < 0) refuseValue('Offset', 'it must not be negative');
	if (Limit !== undefined && Limit < 0) refuseValue('Limit', 'it must not be negative');
	return list.slice(Offset, Offset + (Limit ?? usual));
}

/** Whether a text has the search word in it; every text without one. */
export function matches(text: string, word: string | undefined): boolean {
	return !word || text.includes(word);
}
