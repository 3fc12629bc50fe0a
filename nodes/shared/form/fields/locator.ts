import { BadInput } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import type { Common, Shape } from './base';
import { field } from './base';
import type { TextRules } from './scalars';
import { checkedText } from './scalars';

interface LocatorOptions extends Common, TextRules {
	/** Method of `methods.listSearch` behind "From List". */
	search: string;
	/** What the manual modes are called: "By ID", "By Name". */
	by: 'ID' | 'Name' | readonly ['ID', 'Name'];
	/** Property's `typeOptions.loadOptionsDependsOn`: a topic's list depends on the instance. */
	dependsOn?: string[];
}

/** "an Instance", but "a User". */
const withArticle = (label: string) => `${/^[AEIO]/.test(label) ? 'an' : 'a'} ${label}`;

/** One existing thing, chosen from a searched list or given by ID or name. */
export function locator(wireName: string, displayName: string, options: LocatorOptions): Field {
	const { search, by, placeholder, dependsOn, ...common } = options;
	const manual = typeof by === 'string' ? [by] : by;
	const shape: Shape = {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${withArticle(displayName)}...`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...manual.map((way, index) => ({
				displayName: `By ${way}`,
				name: way.toLowerCase(),
				type: 'string' as const,
				...(index === 0 && { placeholder }),
			})),
		],
	};
	if (dependsOn) shape.typeOptions = { loadOptionsDependsOn: dependsOn };
	return field(wireName, displayName, common, shape, (value) => {
		const chosen = checkedText(displayName, value, options);
		// A URL parser would resolve these two away and so reach another address.
		if (common.sentIn === 'path' && (chosen === '.' || chosen === '..')) {
			throw new BadInput(
				displayName,
				`cannot be '${chosen}'`,
				`Enter the ${manual[0] === 'ID' ? 'ID' : 'name'} of an existing one.`,
			);
		}
		return chosen;
	});
}
