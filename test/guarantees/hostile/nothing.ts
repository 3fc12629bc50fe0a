import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import { nodeOptionsOf } from '../../../nodes/shared/form/nodeOptions';
import { breadth } from '../../support/breadth';
import {
	openStage,
	sampled,
	scenariosOf,
	type Scenario,
	type Stage,
} from '../../support/scenarios';
import type { VendorName } from '../../support/stage';
import { rowOf, slotsOf } from './forms';

/** What an expression may give that is nothing, or no value for any field that takes one. */
const NOTHING = [
	'$json.missing',
	'null',
	'""',
	'" \\n\\u00a0\\u200b"',
	'[]',
	'({})',
	'[""]',
	'[null]',
];

/** What is something, but no value for a field that takes one. */
const NO_VALUE = ['["a", "b"]', '({ a: 1 })'];

/** The region that every operation has in its options, as far as this test looks. */
const REGION: INodeProperties = {
	displayName: 'Region Name or ID',
	name: 'region',
	type: 'options',
	default: '',
};

/** Types that take several values, so that a list of them is one. */
const SEVERAL: ReadonlySet<string> = new Set(['multiOptions', 'fixedCollection', 'collection']);

/** A place of a form that an expression is put into. */
interface Place {
	place: string;
	label: string;
	/** Whether a list of texts is a value there, too. */
	takesSeveral: boolean;
	/** Whether a blank text is one of its values. */
	mayBeBlank: boolean;
	parameters(expression: string): INodeParameters;
}

/** Every place of an operation's form: fields, rows, options, and the node's own switches. */
function placesOf({ operation, parameters }: Scenario): Place[] {
	const { fields = [], options = [] } = operation;
	const blank = new Set(
		[...fields, ...options]
			.flatMap((field) => [field, ...(field.columns ?? [])])
			.filter(({ mayBeBlank }) => mayBeBlank === true)
			.map(({ property }) => property.name),
	);
	const own = fields.map(({ property }) => property);
	const others = rowOf(own.filter(({ name }) => !parameters[name]));
	const chosen = (parameters.options ?? {}) as INodeParameters;
	const optional = [...options.map(({ property }) => property), REGION];
	// A form as a whole, too, not only its columns; outside of the options, n8n itself makes an empty one of it.
	const whole = (all: INodeProperties[], put: (given: INodeParameters) => INodeParameters) =>
		all
			.filter(({ type }) => type === 'fixedCollection')
			.map((property) => ({
				place: property.name,
				property,
				put: (value: NodeParameterValueType) => put({ [property.name]: value } as INodeParameters),
			}));
	const slots = [
		...slotsOf([...own, ...nodeOptionsOf(operation)], { ...others, ...parameters }),
		...slotsOf(optional, chosen).map((slot) => ({
			...slot,
			place: `options.${slot.place}`,
			put: (value: NodeParameterValueType) => ({ options: slot.put(value) }),
		})),
		...whole(optional, (given) => ({ options: { ...chosen, ...given } })),
	];
	return slots
		.filter(({ property }) => property.type !== 'notice' && !property.noDataExpression)
		.map(({ place, property, put }) => ({
			place,
			label: property.displayName,
			// A text may take a list, such as names with commas between them.
			takesSeveral: SEVERAL.has(property.type) || property.type === 'string',
			mayBeBlank: blank.has(property.name),
			parameters: (expression) => {
				const usual = parameters[place];
				return put(isResourceLocatorValue(usual) ? { ...usual, value: expression } : expression);
			},
		}));
}

/** Forms of which the error names the field that has to be filled in. */
const FIELD_WITHIN: Record<string, string> = {
	selectedZones: 'Primary Zones',
	serverlessConfig: 'Reserved Write Capacity',
};

/** Of a vendor's node: an expression that gives nothing is refused by the name of its field. */
export function checkNothing(vendor: VendorName): void {
	const scenarios = sampled(scenariosOf(vendor), ({ kind }) => kind === 'delete');
	let stage: Stage;
	let count = 0;
	beforeAll(async () => {
		stage = await openStage(vendor);
	});

	async function violations(scenario: Scenario, one: Place, expression: string) {
		stage.cloud.forget();
		const { told } = await stage.run(scenario, one.parameters(`={{ ${expression} }}`));
		const sent = stage.cloud.em.requests.map(({ operation }) => String(operation));
		count++;
		// What the types refuse may be told of the field beside it that it has to fit.
		const named = NO_VALUE.includes(expression) ? "'" : `'${one.label}' `;
		const inner = FIELD_WITHIN[one.place];
		const isNamed =
			told.startsWith(named) || (inner !== undefined && told.startsWith(`'${inner}' `));
		return sent.length === 0 && isNamed
			? []
			: [`${one.place} = ${expression}: sent ${sent.join()}, told ${told.slice(0, 200)}`];
	}

	test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
		'%s refuses it, whichever parameter it is',
		async (_name, scenario) => {
			const found: string[] = [];
			stage.set(scenario);
			for (const [index, one] of placesOf(scenario).entries()) {
				const kinds = [...NOTHING, ...(one.takesSeveral ? [] : NO_VALUE)].filter(
					(kind) => !(one.mayBeBlank && kind === '""'),
				);
				// All of them in turn; what the rule itself takes for nothing has a test of its own.
				const few = kinds.filter(
					(_kind, n) => (n + index) % kinds.length < breadth(1, kinds.length),
				);
				for (const kind of few) found.push(...(await violations(scenario, one, kind)));
			}
			expect(found).toEqual([]);
		},
	);

	test('many parameters were tried', () => expect(count).toBeGreaterThan(2 * scenarios.length));
}
