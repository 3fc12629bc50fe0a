import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodePropertyTypes,
} from 'n8n-workflow';

import type { FactsVendor, JsonSchema } from '../../../emulator/core/facts';
import { propertyName, type Field } from '../../../nodes/shared/contract/field';
import type { Resource } from '../../../nodes/shared/contract/operation';
import { effectOf } from '../../../nodes/shared/contract/operation';
import { factsFolder, type Facts } from '../facts';
import { wordsOf } from '../naming';
import { likeness } from '../nearest';
import type { Project } from '../project';

/** Where a field stands: always shown, in the options, or in a row of a form. */
export type Section = 'field' | 'option' | 'column';

/** How the node presents a parameter already. */
export interface Known {
	/** `topic/create` */
	operation: string;
	resource: string;
	property: INodeProperties;
	section: Section;
	isRead: boolean;
	/** What the facts of that operation say of the parameter. */
	meaning: string;
}

/** What is looked for: a parameter and how it would be presented. */
export interface Sought {
	wireName: string;
	type: NodePropertyTypes;
	section: Section;
	isRead: boolean;
	resource: string;
	meaning: string;
}

/** Likeness of two descriptions from which on they are about the same. */
const SAME = 0.5;

/** Wire names and columns under one key: `retention_time` and `retentionTime`. */
const keyOf = (name: string) => propertyName(name).toLowerCase();

/** Descriptions in a schema by the names of what they describe. */
function meaningsIn(schema: JsonSchema | null | undefined, found = new Map<string, string>()) {
	for (const [name, member] of Object.entries(schema?.properties ?? {})) {
		found.set(keyOf(name), String(member.description ?? ''));
		for (const inner of [member, member.items, member.contentSchema]) meaningsIn(inner, found);
	}
	return found;
}

const columnsOf = ({ options = [] }: INodeProperties): INodeProperties[] =>
	(options as INodePropertyCollection[])
		.flatMap(({ values }) => values ?? [])
		.flatMap((column) =>
			column.type === 'collection' ? (column.options as INodeProperties[]) : [column],
		)
		.flatMap((column) => [column, ...columnsOf(column)]);

/** Names, texts and choices that the node of a vendor has already, so that one thing has one name. */
export class Vocabulary {
	private readonly known = new Map<string, Known[]>();
	private readonly types = new Map<string, Set<string>>();
	readonly actions: ReadonlyMap<string, string>;

	constructor(
		project: Project,
		vendor: FactsVendor,
		readonly resources: Resource[],
	) {
		const actions = new Map<string, string>();
		for (const { value: resource, operations } of resources) {
			for (const operation of operations) {
				const name = `${resource}/${operation.value}`;
				actions.set(operation.action, name);
				const meanings = this.meanings(project, vendor, operation.api);
				const isRead = effectOf(operation) === 'read';
				const add = (section: Section, key: string, property: INodeProperties) => {
					const meaning = meanings.get(key) ?? '';
					const entry = { operation: name, resource, property, section, isRead, meaning };
					this.known.set(key, [...(this.known.get(key) ?? []), entry]);
				};
				const addField = (section: Section, { wireName, property }: Field) => {
					add(section, keyOf(wireName.split('.').at(-1) ?? wireName), property);
					if (property.type !== 'fixedCollection') return;
					for (const column of columnsOf(property)) add('column', keyOf(column.name), column);
				};
				for (const field of operation.fields ?? []) {
					const { name: property, type } = field.property;
					this.types.set(property, (this.types.get(property) ?? new Set()).add(type));
					addField('field', field);
				}
				for (const field of operation.options ?? []) addField('option', field);
			}
		}
		this.actions = actions;
	}

	private meanings(project: Project, vendor: FactsVendor, api: string): Map<string, string> {
		const path = `${factsFolder(vendor)}/${api}.json`;
		if (!project.has(path)) return new Map();
		const { request } = JSON.parse(project.read(path)) as Facts;
		const found = new Map<string, string>();
		for (const schema of Object.values(request.parameters)) meaningsIn(schema, found);
		return found;
	}

	/** How the node presents a parameter of this name and meaning, the nearest use first. */
	find(sought: Sought): Known | undefined {
		const candidates = (this.known.get(keyOf(sought.wireName)) ?? []).filter(
			({ property, meaning }) =>
				property.type === sought.type &&
				likeness(wordsOf(meaning), wordsOf(sought.meaning)) >= SAME,
		);
		const distance = ({ resource, section, isRead, meaning }: Known) =>
			Number(section !== sought.section) * 4 +
			Number(isRead !== sought.isRead) * 2 +
			Number(resource !== sought.resource) +
			(1 - likeness(wordsOf(meaning), wordsOf(sought.meaning)));
		return candidates.sort((a, b) => distance(a) - distance(b))[0];
	}

	/** Whether fields that are always shown use the name for another type. */
	isTaken(property: string, type: NodePropertyTypes): boolean {
		const types = this.types.get(property);
		return types !== undefined && !types.has(type);
	}
}

/** Names of the choices of a property, by value. */
export const choicesOf = ({ options = [] }: INodeProperties): Record<string, string> =>
	Object.fromEntries(
		(options as INodePropertyOptions[])
			.filter((option) => 'value' in option)
			.map(({ value, name }) => [String(value), name]),
	);
