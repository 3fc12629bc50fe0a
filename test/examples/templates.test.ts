/** The examples as n8n's template gallery takes them: `npm run templates`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import {
	readEntries,
	readExamples,
	type Entry,
	type Workflow,
} from '../../scripts/templates/example';
import { brokenRules } from '../../scripts/templates/guidelines';
import { overviewsOf, sectionsOf, textOf, workOf } from '../../scripts/templates/notes';
import { cleaned, described } from '../../scripts/templates/template';

const root = join(__dirname, '../..');
const examples = readExamples();

/** A template with something changed, to see which rules find it. */
function changed(
	change: (template: { workflow: Workflow; entry: Entry; description: string }) => void,
): string[] {
	const example = structuredClone(examples.find(({ key }) => key.startsWith('huawei-3-')));
	if (!example?.entry) throw new Error('The example is missing');
	const { entry } = example;
	const template = {
		workflow: cleaned(example.workflow, entry),
		entry,
		description: described(example, entry),
	};
	change(template);
	return brokenRules(template.workflow, template.entry, template.description);
}

describe('The templates for the gallery', () => {
	it('are there for each example, and for nothing else', () => {
		expect(Object.keys(readEntries()).sort()).toEqual(examples.map(({ key }) => key).sort());
	});

	it.each(examples)('$key keeps the rules of the gallery', (example) => {
		const entry = example.entry as Entry;
		const description = described(example, entry);
		expect(brokenRules(cleaned(example.workflow, entry), entry, description)).toEqual([]);
	});

	it.each(examples)('$key has the nodes and connections of its example', ({ workflow, entry }) => {
		const template = cleaned(workflow, entry as Entry);
		expect(template.connections).toEqual(workflow.connections);
		expect(template.nodes).toEqual(workflow.nodes.map(({ credentials: _, ...node }) => node));
		expect(template.settings).toEqual(workflow.settings);
	});

	it.each(examples)('$key has a picture of its canvas', ({ key }) => {
		expect(existsSync(join(root, `docs/pictures/templates/${key}.png`))).toBe(true);
	});

	it('have titles of their own', () => {
		const titles = examples.map(({ entry }) => entry?.title);
		expect(new Set(titles).size).toBe(titles.length);
	});
});

const RULES: ReadonlyArray<readonly [rule: string, ...Parameters<typeof changed>]> = [
	[
		'the title begins with a verb',
		({ entry }) => (entry.title = 'Kafka instances on Huawei Cloud'),
	],
	['the title says where', ({ entry }) => (entry.title = 'Delete instances')],
	['the title has at most 90 characters, and no emoji', ({ entry }) => (entry.title += ' 🚀')],
	[
		'the title is in sentence case',
		({ entry }) => (entry.title = 'Delete Temporary Instances on Huawei Cloud'),
	],
	[
		'there are one to three categories of the gallery',
		({ entry }) => entry.categories.push('Kafka'),
	],
	['the summary is one sentence', ({ entry }) => (entry.summary += ' And another.')],
	[
		'there is exactly one yellow note',
		({ workflow }) => delete sectionsOf(workflow)[0].parameters.color,
	],
	[
		'the yellow note is at the top left',
		({ workflow }) => (overviewsOf(workflow)[0].position = [0, 900]),
	],
	[
		'the yellow note has 100 to 300 words',
		({ workflow }) => (overviewsOf(workflow)[0].parameters.content = 'Short'),
	],
	[
		'the yellow note says how it works and how to set it up',
		({ workflow }) => {
			const [{ parameters }] = overviewsOf(workflow);
			parameters.content = String(parameters.content).replace('### Setup', '### Other');
		},
	],
	[
		'from four nodes on, white notes group them',
		({ workflow }) => {
			workflow.nodes = [...overviewsOf(workflow), ...workOf(workflow)];
		},
	],
	[
		'a white note has less than 50 words',
		({ workflow }) => {
			const [section] = sectionsOf(workflow);
			section.parameters.content = 'word '.repeat(60) + textOf(section);
		},
	],
	[
		'a white note covers two nodes or more',
		({ workflow }) => (sectionsOf(workflow)[0].parameters.width = 100),
	],
	['each node is in a white note', ({ workflow }) => (workOf(workflow)[0].position = [-2000, 0])],
	[
		'no two notes overlap',
		({ workflow }) => (sectionsOf(workflow)[1].position = sectionsOf(workflow)[0].position),
	],
	[
		'each node has a name that says what it does',
		({ workflow }) => (workOf(workflow)[0].name = 'Schedule Trigger'),
	],
	[
		'no two nodes lie at one place',
		({ workflow }) => (workOf(workflow)[1].position = workOf(workflow)[0].position),
	],
	[
		'it holds no credentials',
		({ workflow }) => (workflow.nodes[0].credentials = { x: { id: '1', name: 'x' } }),
	],
	['it holds no ID of an n8n, and no pinned data', ({ workflow }) => (workflow.pinData = {})],
	[
		'it holds no key and no address of a person',
		({ workflow }) => (workflow.nodes[0].parameters.content += ' kim@company.io'),
	],
	[
		'a picture of the workflow comes first',
		(template) => (template.description = template.description.replace(/^!.*\n/, '')),
	],
	[
		'it says that it is for self-hosted n8n only',
		(template) =>
			(template.description = template.description.replace('Self-hosted n8n only', 'Anywhere')),
	],
	['it is in Markdown, without HTML', (template) => (template.description += '<br>')],
	[
		'it has headings of the second level only',
		(template) => (template.description += '\n# Title\n'),
	],
	['it has the five sections', (template) => (template.description += '\n## More\n')],
	['it has 150 to 450 words', (template) => (template.description += ' word'.repeat(400))],
];

describe('The rules of the gallery', () => {
	it('are kept by what is changed below', () => {
		expect(changed(() => {})).toEqual([]);
	});

	it.each(RULES)('find a template that breaks "%s"', (rule, change) => {
		expect(changed(change)).toContain(rule);
	});
});
