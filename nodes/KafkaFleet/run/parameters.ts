import type { IDataObject } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { BadInput, missing, quoted } from '../../shared/contract/badInput';
import { isNothing } from '../../shared/contract/nothing';

/** A parameter of the node by its path: `options.excludeRegions`. */
export type ParameterOf = (name: string) => unknown;

const notTexts = (label: string) =>
	new BadInput(label, 'is not a list of texts', 'Enter texts separated by commas.');

/** Reads parameters of the node and checks them: nothing is sent before all of an item's have been. */
export class Parameters {
	constructor(private readonly parameterOf: ParameterOf) {}

	/** As it stands. */
	raw(name: string): unknown {
		const value = this.parameterOf(name);
		return isResourceLocatorValue(value) ? value.value : value;
	}

	/** The mode of a resource locator; "" where it is none. */
	modeOf(name: string): string {
		const value = this.parameterOf(name);
		return isResourceLocatorValue(value) ? value.mode : '';
	}

	/** A text without blanks around it; "" where it is not set. */
	text(name: string, label: string): string {
		const value = this.raw(name);
		if (value === undefined || value === null) return '';
		if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
		throw new BadInput(label, 'is not a text', 'Enter a text, or check the expression.');
	}

	/** @throws {BadInput} It is empty */
	needed(name: string, label: string): string {
		const value = this.text(name, label);
		if (value === '') throw missing(label);
		return value;
	}

	/**
	 * One of several words.
	 *
	 * @throws {BadInput} It is none of them
	 */
	word<T extends string>(name: string, label: string, words: readonly T[], fallback: T): T {
		const value = this.text(name, label) || fallback;
		if ((words as readonly string[]).includes(value)) return value as T;
		throw new BadInput(label, `cannot be ${quoted(value)}`, `Use one of: ${words.join(', ')}.`);
	}

	/** Whether a switch is on; an expression may give it as text. */
	isOn(name: string, label: string, fallback: boolean): boolean {
		const value = this.raw(name);
		if (value === undefined) return fallback;
		if (value === true || value === 'true') return true;
		if (value === false || value === 'false') return false;
		throw new BadInput(
			label,
			`is neither true nor false: ${quoted(value)}`,
			'Turn it on or off, or check the expression.',
		);
	}

	/**
	 * A number.
	 *
	 * @throws {BadInput} It is none, or out of range
	 */
	number(name: string, label: string, fallback: number, [least, most] = [0, Infinity]): number {
		const value = this.raw(name);
		if (value === undefined) return fallback;
		const number = isNothing(value) || typeof value === 'boolean' ? Number.NaN : Number(value);
		if (Number.isFinite(number) && number >= least && number <= most) return number;
		const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
		throw new BadInput(label, `is not a number ${range}: ${quoted(value)}`, 'Correct the number.');
	}

	/** A list, also given as texts separated by commas or line breaks; blank entries are left out. */
	list(name: string, label: string): string[] {
		const value = this.raw(name);
		if (value === undefined || value === null) return [];
		// Anything else in a guard would be a list of nothing that exists, which keeps nothing.
		const isText = typeof value === 'string' || typeof value === 'number';
		if (!isText && !Array.isArray(value)) throw notTexts(label);
		const entries = isText ? String(value).split(/[,\n]/) : value;
		return entries
			.map((entry) => {
				if (typeof entry === 'string' || typeof entry === 'number') return String(entry).trim();
				throw notTexts(label);
			})
			.filter((entry) => entry !== '');
	}

	/**
	 * A list of IDs that guard something: what cannot be an ID, such as a list as JSON, would guard nothing.
	 *
	 * @throws {BadInput}
	 */
	ids(name: string, label: string): string[] {
		const list = this.list(name, label);
		const wrong = list.find((id) => !/^[\w.:-]+$/.test(id));
		if (wrong === undefined) return list;
		throw new BadInput(
			label,
			`contains what is not an ID: ${quoted(wrong)}`,
			'Enter IDs separated by commas, or an expression that returns a list of them.',
		);
	}

	/**
	 * A moment, Unix time in milliseconds; `undefined` where it is not set.
	 *
	 * @param zone Time zone of the workflow, for what names none
	 */
	moment(name: string, label: string, zone: string): number | undefined {
		const value = this.raw(name);
		if (isNothing(value)) return undefined;
		const text = this.momentText(name, label);
		const date = DateTime.fromISO(text.replace(' ', 'T'), { zone });
		const time = date.isValid ? date.toMillis() : Date.parse(text);
		if (!Number.isNaN(time)) return time;
		throw new BadInput(
			label,
			`is not a date: ${quoted(value)}`,
			'Enter a date such as 2026-12-07 or 2026-12-07T08:00:00Z.',
		);
	}

	/** A moment as text: ISO 8601 where an expression gives an object for it. */
	momentText(name: string, label: string): string {
		const value = this.raw(name);
		if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
		if (DateTime.isDateTime(value)) return value.toISO() ?? '';
		return this.text(name, label);
	}

	/** Rows of a fixed collection. */
	rows(name: string, label: string): IDataObject[] {
		const value = this.raw(name) as IDataObject | IDataObject[] | undefined;
		const rows = Array.isArray(value) ? value : value?.entry;
		if (rows === undefined) return [];
		if (Array.isArray(rows)) return rows as IDataObject[];
		throw new BadInput(label, 'is not a list of rows', 'Check the expression.');
	}

	/** Whether an option of a collection was added. */
	has(name: string): boolean {
		return this.raw(name) !== undefined;
	}
}
