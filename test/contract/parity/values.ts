import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Characters that encoders, parsers and regular expressions disagree about, in three scripts. */
export const HOSTILE = `a b+c*d~e%41&f=g/h?i#j!'"\\(é订🚀)`;

/** A value of a form in place of another, and what has to be seen of it on the wire. */
export interface Change {
	/** Names of the form's fields on the way to it, and which value it is where there are several. */
	at: string;
	/** What a refusal may name; an entry of a drop-down may be refused for what goes with it. */
	labels?: string[];
	value: unknown;
	/** A text that has to arrive as it is. */
	text?: string;
}

const SECOND = 'second';

const valuesOf = ({ options = [] }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => value);

/** The fields within a form with rows, or within a collection. */
const within = ({ options = [] }: INodeProperties, type: string): INodeProperties[] =>
	type === 'collection'
		? (options as INodeProperties[])
		: (options as Array<{ values: INodeProperties[] }>)[0].values;

/** Whether a field that depends on others beside it is there: a hidden one is not sent. */
const isShown = ({ displayOptions }: INodeProperties, held: IDataObject): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(([name, wanted]) =>
		// As n8n compares: a number is not the text of it.
		(wanted as unknown[]).includes(held[name]),
	);

/** A row, or the members of a collection, with one of them changed. */
function* membersOf(fields: INodeProperties[], held: IDataObject, at: string): Generator<Change> {
	for (const field of fields.filter((one) => isShown(one, held))) {
		const now = held[field.name] ?? field.default;
		for (const { value, ...change } of changesOf(field, now, `${at}.${field.name}`)) {
			yield { ...change, value: { ...held, [field.name]: value } };
		}
	}
}

function* rowsOf(field: INodeProperties, held: { entry?: unknown }, at: string): Generator<Change> {
	const columns = within(field, field.type);
	const [row, ...others] = [held.entry ?? {}].flat() as IDataObject[];
	const isList = field.typeOptions?.multipleValues === true;
	const labels = [field, ...columns].map(({ displayName }) => displayName);
	const change = { at: `${at}, several`, labels };
	if (isList) {
		yield { ...change, value: { entry: [row, { ...row, ...secondOf(columns, row) }] } };
		yield { ...change, value: { entry: [row, row] } };
	}
	for (const { value, ...change } of membersOf(columns, row, at)) {
		yield { ...change, value: { entry: isList ? [value, ...others] : value } };
	}
}

/** What makes a row another one than the first. */
function secondOf([first]: INodeProperties[], row: IDataObject): IDataObject {
	const now = row[first.name] ?? first.default;
	return { [first.name]: first.type === 'number' ? Number(now) + 1 : `${String(now)}-${SECOND}` };
}

/**
 * A field of a form with other values, one at a time: texts that have to be encoded, numbers 0, both positions of a
 * switch, each entry of a drop-down, lists with more than one entry; of rows and collections each of their fields.
 *
 * @param now What the field has
 */
export function* changesOf(
	field: INodeProperties,
	now: unknown,
	at = field.name,
): Generator<Change> {
	const change = (value: unknown, which?: unknown): Change => ({
		at: which === undefined ? at : `${at}, ${String(which)}`,
		labels: [field.displayName],
		value,
	});
	const entries = valuesOf(field);
	const isOther = (value: unknown) => value !== now;
	switch (field.type) {
		case 'string':
			// Two entries where the text holds a list, as long as it may be any text.
			yield { ...change(`${HOSTILE}, 0`), text: HOSTILE };
			yield { ...change(HOSTILE), text: HOSTILE };
			yield change(`${String(now)}, ${String(now)}`);
			break;
		case 'resourceLocator':
			// What may be given by name is looked up, and never sent as it is.
			if ((field.modes?.length ?? 0) < 3)
				yield { ...change({ ...(now as object), value: HOSTILE }), text: HOSTILE };
			break;
		case 'number':
			yield change(0);
			break;
		case 'boolean':
			yield* [false, true].map((value) => change(value, value));
			break;
		case 'options':
			if (entries.length === 0) yield { ...change(HOSTILE), text: HOSTILE };
			yield* entries
				.filter(isOther)
				.map((value) => ({ ...change(value, value), labels: undefined }));
			break;
		case 'multiOptions':
			yield change(entries.length > 0 ? entries : [HOSTILE, SECOND]);
			if (Array.isArray(now)) yield change([...now, ...now]);
			break;
		case 'collection':
			yield* membersOf(within(field, 'collection'), (now ?? {}) as IDataObject, at);
			break;
		case 'fixedCollection':
			yield* rowsOf(field, (now ?? {}) as { entry?: unknown }, at);
			break;
	}
}
