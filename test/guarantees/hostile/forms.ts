import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
} from 'n8n-workflow';

/** A place of a form that takes one value, with the parameters that put it there. */
export interface Slot {
	place: string;
	property: INodeProperties;
	put(value: NodeParameterValueType): INodeParameters;
}

/** What an entry of a form has at first, in the form of its property. */
function filled({ type, default: usual, required, options = [] }: INodeProperties) {
	if (type === 'options' && usual === '') return 'a';
	if (type === 'string' && required && usual === '') return 'a';
	if (type === 'resourceLocator' && required) return { __rl: true, mode: 'id', value: 'a' };
	if (type !== 'fixedCollection' || !required) return usual as NodeParameterValueType;
	const [{ values: columns = [] }] = options as INodePropertyCollection[];
	return { entry: [rowOf(columns)] } as NodeParameterValueType;
}

/** A row of a form as it is when it is added. */
export const rowOf = (columns: INodeProperties[]): INodeParameters =>
	Object.fromEntries(columns.map((column) => [column.name, filled(column)])) as INodeParameters;

/** Values of other fields of the form with which a field is shown. */
export const showing = ({ displayOptions }: INodeProperties): INodeParameters =>
	Object.fromEntries(
		Object.entries(displayOptions?.show ?? {}).map(([name, values]) => [name, values?.[0]]),
	) as INodeParameters;

/** Every place of a form that takes a value: of its fields, their rows and what is optional in those. */
export function slotsOf(properties: INodeProperties[], given: INodeParameters, where = ''): Slot[] {
	return properties.flatMap((property): Slot[] => {
		const { name, type } = property;
		const place = `${where}${name}`;
		const put = (value: NodeParameterValueType): INodeParameters => ({
			...given,
			...showing(property),
			[name]: value,
		});
		const [form] = (property.options ?? []) as INodePropertyCollection[];
		if (type === 'collection') {
			const inner = slotsOf(property.options as INodeProperties[], {}, `${place}.`);
			return inner.map((slot) => ({ ...slot, put: (value) => put(slot.put(value)) }));
		}
		if (type === 'fixedCollection') {
			const several = property.typeOptions?.multipleValues;
			const rows = (given[name] as { entry?: INodeParameters | INodeParameters[] })?.entry;
			const row = [rows ?? rowOf(form.values)].flat()[0];
			const inner = slotsOf(form.values, row, `${place}.`);
			return inner.map((slot) => ({
				...slot,
				put: (value) =>
					put({ entry: several ? [slot.put(value)] : slot.put(value) } as INodeParameters),
			}));
		}
		const had = given[name];
		const isLocator = typeof had === 'object' && had !== null && '__rl' in had;
		const wrapped = (value: NodeParameterValueType) =>
			(isLocator ? { ...had, value } : value) as NodeParameterValueType;
		return [{ place, property, put: (value) => put(wrapped(value)) }];
	});
}
