import type { IAllExecuteFunctions } from 'n8n-workflow';

type WithItem = (type: string, itemIndex?: number) => Promise<object>;

/** The context as it is for one item: expressions of a credential are resolved for that item. */
export function forItem(context: IAllExecuteFunctions, item: number): IAllExecuteFunctions {
	const read = context.getCredentials as unknown as WithItem;
	return Object.create(context, {
		getCredentials: { value: async (type: string) => await read.call(context, type, item) },
	}) as IAllExecuteFunctions;
}
