import { isSafeObjectProperty, type IDataObject } from 'n8n-workflow';

const parts = (path: string) => path.split(/[.[\]]+/).filter((part) => part !== '');

/** Reads `a.b[0].c` of an object. */
export function getPath(source: IDataObject, path: string): unknown {
	return parts(path).reduce<unknown>((value, part) => (value as IDataObject)?.[part], source);
}

/** Sets `a.b[0].c` of an object and makes what is missing on the way. */
export function setPath(target: IDataObject, path: string, value: unknown): void {
	const keys = parts(path);
	if (!keys.every((key) => isSafeObjectProperty(key))) return;
	let place = target;
	keys.forEach((key, i) => {
		if (i === keys.length - 1) {
			place[key] = value as IDataObject;
		} else {
			if (typeof place[key] !== 'object' || place[key] === null) {
				place[key] = /^\d+$/.test(keys[i + 1]) ? [] : {};
			}
			place = place[key] as IDataObject;
		}
	});
}

/** Removes `a.b.c` of an object. */
export function unsetPath(target: IDataObject, path: string): void {
	const keys = parts(path);
	const last = keys.pop();
	const parent = keys.length ? getPath(target, keys.join('.')) : target;
	if (last !== undefined && parent && typeof parent === 'object') {
		delete (parent as IDataObject)[last];
	}
}
