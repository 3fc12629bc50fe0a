import type { IDataObject } from 'n8n-workflow';

/** Values of a request at dotted names: `bss_param.period_num` is in an object of its own. */

/** Takes a dotted name out, and the objects that are empty without it. */
function drop(target: IDataObject, [step, ...rest]: string[]): void {
	const inner = (target[step] ?? {}) as IDataObject;
	if (rest.length > 0) drop(inner, rest);
	if (rest.length === 0 || Object.keys(inner).length === 0) delete target[step];
}

/** Sets a value at a dotted name; `undefined` takes the name out. */
export function put(target: IDataObject, name: string, value: unknown): void {
	const steps = name.split('.');
	if (value === undefined) return drop(target, steps);
	const last = steps.pop() as string;
	let cursor = target;
	for (const step of steps) {
		cursor[step] ??= {};
		cursor = cursor[step] as IDataObject;
	}
	cursor[last] = value as IDataObject;
}

/** Reads a dotted name. */
export function take(source: IDataObject, name: string): unknown {
	return name
		.split('.')
		.reduce<unknown>((value, step) => (value as IDataObject | undefined)?.[step], source);
}
