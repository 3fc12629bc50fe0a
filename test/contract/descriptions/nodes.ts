import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Resource } from '../../../nodes/shared/contract/operation';

const root = join(__dirname, '../../..');

export interface Described {
	name: string;
	node: INodeType;
	properties: INodeProperties[];
	/** What a node with operations is made of; none for a trigger. */
	resources: Resource[];
}

interface Manifest {
	n8n: { nodes: string[] };
}

/** Every node of the package, from its source. */
export async function allNodes(): Promise<Described[]> {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	return await Promise.all(
		n8n.nodes.map(async (path) => {
			const name = basename(path, '.node.js');
			const source = join(root, path.replace(/^dist\//, '').replace(/\.js$/, ''));
			const node = new (await import(source))[name]() as INodeType;
			const folder = join(source, '../resources/index.ts');
			const operates = !name.endsWith('Trigger') && existsSync(folder);
			const resources = operates ? ((await import(folder)).resources as Resource[]) : [];
			return { name, node, properties: node.description.properties, resources };
		}),
	);
}

const isForm = (option: object): option is INodePropertyCollection => 'values' in option;
const isProperty = (option: object): option is INodeProperties =>
	'displayName' in option && 'type' in option;

/** A property and where it is: `options.tags.key`. */
export interface Placed {
	path: string;
	property: INodeProperties;
}

/** Properties with everything inside collections and forms. */
export function everyProperty(properties: INodeProperties[], above = ''): Placed[] {
	return properties.flatMap((property) => {
		const path = above + property.name;
		const options = (property.options ?? []) as object[];
		const inside = options.flatMap((option) => {
			if (isForm(option)) return option.values;
			return isProperty(option) ? [option] : [];
		});
		return [{ path, property }, ...everyProperty(inside, `${path}.`)];
	});
}

/** The entries of a drop-down. */
export const choicesOf = ({ type, options = [] }: INodeProperties): INodePropertyOptions[] =>
	['options', 'multiOptions'].includes(type) ? (options as INodePropertyOptions[]) : [];
