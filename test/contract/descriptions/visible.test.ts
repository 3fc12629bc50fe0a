/** What a user sees of each operation is what the operation defines: no field of another, none missing. */
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import type { Operation } from '../../../nodes/shared/contract/operation';
import { effectOf } from '../../../nodes/shared/contract/operation';
import { allNodes, choicesOf, type Described } from './nodes';

/** Options that every operation has. */
const COMMON = ['region'];

/** Switches that are set so that everything that depends on them shows. */
const SWITCHES = { returnAll: false, waitForCompletion: true };

/** What the node shows for these parameters. */
function visible({ node, properties }: Described, parameters: INodeParameters): INodeProperties[] {
	const where = { typeVersion: 1, parameters } as unknown as INode;
	return properties.filter((property) =>
		NodeHelpers.displayParameter(parameters, property, where, node.description),
	);
}

function switchesOf(operation: Operation): string[] {
	const { find, pages, simple, completion } = operation;
	return [
		...(find ? ['createIfAbsent'] : []),
		...(pages ? ['returnAll', 'limit'] : []),
		...(simple && effectOf(operation) === 'read' ? ['simplify'] : []),
		...(completion && !completion.always ? ['waitForCompletion'] : []),
		...(completion ? ['waitOptions'] : []),
	];
}

const isTrigger = ({ name }: Described) => name.endsWith('Trigger');

/** Those of the fleet have no operations of one API, and their own form. */
const isAcrossClouds = ({ name }: Described) => /^kafkaFleet/i.test(name);

/** The event of a trigger for which statuses can be chosen, and those of what an instance holds. */
const STATUS = 'instanceStatusChanged';
const isInside = (event: unknown) =>
	/^(task|topic|scheduledTask|smartConnectTask|diagnosis)/.test(String(event));

const names = (properties: INodeProperties[]) => properties.map(({ name }) => name);

/** A property without the conditions that tie it to its operation. */
function free({ displayOptions, ...property }: INodeProperties): INodeProperties {
	const { resource: _r, operation: _o, ...show } = displayOptions?.show ?? {};
	return { ...property, ...(Object.keys(show).length > 0 && { displayOptions: { show } }) };
}

test('every operation shows its own properties and nothing else', async () => {
	for (const described of await allNodes()) {
		let count = 0;
		for (const { value: resource, operations } of described.resources) {
			for (const operation of operations) {
				const { value, fields = [], options = [] } = operation;
				const shown = visible(described, { resource, operation: value, ...SWITCHES });
				const [first, second, ...own] = shown.filter(({ type }) => type !== 'notice');
				expect(names([first, second])).toEqual(['resource', 'operation']);

				const fixed = fields.filter(({ property }) => !property.displayOptions);
				const defined = fields.map(({ property }) => property);
				const dependent = names(defined).filter((name) => !names(own).includes(name));
				expect(
					dependent.filter((name) => fixed.some(({ property }) => property.name === name)),
				).toEqual([]);
				const expected = [...names(defined), ...switchesOf(operation), 'options'];
				expect([`${resource}/${value}`, ...names(own)]).toEqual([
					`${resource}/${value}`,
					...expected.filter((name) => !dependent.includes(name)),
				]);

				for (const property of own) {
					const definition = defined.find(({ name }) => name === property.name);
					if (definition) expect(free(property)).toEqual(definition);
				}
				const collection = own[own.length - 1];
				expect(names(collection.options as INodeProperties[]).sort()).toEqual(
					[...names(options.map(({ property }) => property)), ...COMMON].sort(),
				);
				count++;
			}
		}
		expect(count > 0).toBe(!isTrigger(described) && !isAcrossClouds(described));
	}
});

test('required fields come first, existing things before all', async () => {
	for (const described of await allNodes()) {
		for (const { value: resource, operations } of described.resources) {
			for (const { value, fields = [] } of operations) {
				const shown = visible(described, { resource, operation: value, ...SWITCHES })
					.filter(({ name }) => fields.some(({ property }) => property.name === name))
					.map(({ name, modes, required }) => {
						// A name stands first even where the service makes one up without it.
						const isFirst = required === true || name === 'name';
						// What an operation works on is named in one way; where it puts something, in two.
						const rank = modes?.length === 2 ? 0 : isFirst ? 1 : 2;
						return { at: `${resource}/${value} ${name}`, rank };
					});
				expect(shown).toEqual([...shown].sort((a, b) => a.rank - b.rank));
			}
		}
	}
});

test('a trigger shows what names its tasks or topics and the statuses for their events only', async () => {
	const triggers = (await allNodes()).filter((one) => isTrigger(one) && !isAcrossClouds(one));
	expect(triggers.length).toBeGreaterThan(0);
	for (const trigger of triggers) {
		const events = choicesOf(trigger.properties.find(({ name }) => name === 'events') as never);
		const shown = (...chosen: unknown[]) =>
			names(visible(trigger, { events: chosen as string[] })).join();
		const ofInside = names(trigger.properties).includes('flowIds') ? 'flowIds,' : 'instanceId,';
		for (const { value } of events) {
			const ofValue = /^logImport/.test(String(value)) ? 'logTopicIds,' : '';
			const own = isInside(value) ? ofInside : value === STATUS ? 'statuses,' : ofValue;
			expect([value, shown(value)]).toEqual([value, `events,${own}options`]);
		}
		const [inside] = events.filter(({ value }) => isInside(value));
		if (inside) expect(shown(STATUS, inside.value)).toBe(`events,${ofInside}statuses,options`);
		expect(events.map(({ value }) => value)).toContain(STATUS);
	}
});
