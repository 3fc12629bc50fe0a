import { BadInput } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import type { Common, Shape } from './base';
import { field } from './base';
import type { TextRules } from './scalars';
import { checkedText } from './scalars';

interface LocatorOptions extends Common, TextRules {
	/** Method of `methods.listSearch` behind "From List". */
	search: string;
	/** What the manual mode is called: "By ID" or "By Name". */
	by: 'ID' | 'Name';
	/** Property's `typeOptions.loadOptionsDependsOn`: a topic's list depends on the instance. */
	dependsOn?: string[];
}

/** "an Instance", but "a User". */
const withArticle = (label: string) => `${/^[AEIO]/.test(label) ? 'an' : 'a'} ${label}`;

/** One existing thing, chosen from a searched list or given by ID or name. */
export function locator(wireName: string, displayName: string, options: LocatorOptions): Field {
	const { search, by, placeholder, dependsOn, ...common } = options;
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
			{ displayName: `By ${by}`, name: by.toLowerCase(), type: 'string', placeholder },
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
				`Enter the ${by === 'ID' ? by : 'name'} of an existing one.`,
			);
		}
		return chosen;
	});
}
