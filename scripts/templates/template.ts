import type { Entry, Example, TemplateNode, Workflow } from './example';
import { introOf, overviewsOf, partOf, textOf } from './notes';

const PACKAGE = 'n8n-nodes-managed-kafka';

/** Where the pictures of the canvas are served from: the gallery draws none with community nodes. */
const PICTURES = `https://raw.githubusercontent.com/${PACKAGE}/${PACKAGE}/main/docs/pictures/templates`;

/** What a workflow for the gallery consists of; everything else belongs to the n8n that it comes from. */
const WORKFLOW_KEYS = ['name', 'nodes', 'connections', 'settings'] as const;

const withoutCredentials = ({ credentials: _, ...node }: TemplateNode): TemplateNode =>
	node as TemplateNode;

/** The workflow as the gallery takes it: under its title, without credentials, IDs of an n8n, and pinned data. */
export function cleaned(workflow: Workflow, entry: Entry): Workflow {
	const kept = Object.fromEntries(
		WORKFLOW_KEYS.filter((key) => key in workflow).map((key) => [key, workflow[key]]),
	) as Workflow;
	return { ...kept, name: entry.title, nodes: workflow.nodes.map(withoutCredentials) };
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Steps as a numbered list; on the canvas they are boxes to tick. */
const numbered = (list: string): string =>
	list
		.split('\n')
		.map((line) => line.replace(/^- \[ \] /, ''))
		.map((line, index) => `${index + 1}. ${line}`)
		.join('\n');

/** The description, in Markdown: what the workflow's own overview says, and what its entry adds. */
export function described({ key, workflow }: Example, entry: Entry): string {
	const overview = textOf(overviewsOf(workflow)[0]);
	return [
		`![${entry.title}](${PICTURES}/${key}.png)`,
		`**Self-hosted n8n only:** this template uses the community node \`${PACKAGE}\`.`,
		entry.summary,
		'## Who it is for',
		entry.audience,
		'## How it works',
		introOf(overview),
		partOf(overview, 'How it works') ?? '',
		'## How to set up',
		numbered(partOf(overview, 'Setup') ?? ''),
		'## Requirements',
		bullets([`Self-hosted n8n with the community node \`${PACKAGE}\``, ...entry.needs]),
		'## How to customize the workflow',
		bullets(entry.customize),
		'',
	].join('\n\n');
}
