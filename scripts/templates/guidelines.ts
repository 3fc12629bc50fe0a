import { noteRules, type Rule } from './canvasRules';
import type { Entry, Workflow } from './example';
import { wordsOf, workOf } from './notes';

/**
 * What n8n's template gallery asks for, as its Creator hub writes it in two pages, "Template submission guidelines" and
 * "Sticky note guidelines for templates"; read in copies of 2026-08-25 to 2026-10-08. Counts are the pages' own.
 */

/** Categories of the gallery, as n8n's own library declares them. */
const CATEGORIES: readonly string[] = [
	...[
		'AI',
		'AI Chatbot',
		'AI RAG',
		'AI Summarization',
		'Content Creation',
		'CRM',
		'Crypto Trading',
	],
	...['DevOps', 'Document Extraction', 'Document Ops', 'Engineering', 'File Management', 'HR'],
	...[
		'Internal Wiki',
		'Invoice Processing',
		'IT Ops',
		'Lead Generation',
		'Lead Nurturing',
		'Marketing',
	],
	...['Market Research', 'Miscellaneous', 'Multimodal AI', 'Other', 'Personal Productivity'],
	...['Project Management', 'Sales', 'SecOps', 'Social Media', 'Support', 'Support Chatbot'],
	'Ticket Management',
];

/** Names that n8n gives a node by itself. */
const GIVEN =
	/^((AI Agent|OpenAI Chat Model|Edit Fields|HTTP Request|If|Switch|Code|Webhook|Filter|Wait|Merge|Schedule Trigger|Respond to Webhook|Sticky Note)( ?\d+)?|When clicking .*|When chat message received)$/;

/** Verbs that a title may begin with: what the workflow does. */
const VERBS =
	/^(Add|Alert|Check|Create|Delete|Find|Manage|Notify|Order|Remind|Reset|Send|Track|Watch) /;

/** Keys of the clouds and of chat apps, addresses of people, and tokens. */
const SECRET =
	/AKID\w|LTAI\w|AKIA\w|xox[abp]-|sk-\w{16}|[\w.+-]+@(?!example\.)[\w-]+\.[a-z]{2,}|Bearer [\w-]{8}/;

const titleRules = ({ title, categories, summary }: Entry): Rule[] => [
	['the title begins with a verb', () => !VERBS.test(title)],
	['the title says where', () => !/ (to|on|in|from|with|after|into) /.test(title)],
	[
		'the title has at most 90 characters, and no emoji',
		() => title.length > 90 || /\p{Extended_Pictographic}/u.test(title),
	],
	[
		'the title is in sentence case',
		() => /^\w+ [A-Z]/.test(title) && !/^\w+ (Kafka|Tencent|Huawei|Alibaba|n8n)/.test(title),
	],
	[
		'there are one to three categories of the gallery',
		() =>
			categories.length < 1 ||
			categories.length > 3 ||
			categories.some((one) => !CATEGORIES.includes(one)),
	],
	['the summary is one sentence', () => !/^[A-Z][^.]*\.$/.test(summary)],
];

function workflowRules(workflow: Workflow): Rule[] {
	const places = workOf(workflow).map(({ position }) => position.join());
	const written = JSON.stringify(workflow);
	return [
		[
			'each node has a name that says what it does',
			() => workOf(workflow).some(({ name }) => GIVEN.test(name)),
		],
		['no two nodes lie at one place', () => new Set(places).size !== places.length],
		[
			'it holds no credentials',
			() => workflow.nodes.some(({ credentials }) => credentials !== undefined),
		],
		[
			'it holds no ID of an n8n, and no pinned data',
			() =>
				['id', 'versionId', 'pinData', 'meta', 'tags', 'active', 'shared', 'ownedBy'].some(
					(key) => key in workflow,
				),
		],
		['it holds no key and no address of a person', () => SECRET.test(written)],
	];
}

const descriptionRules = (description: string): Rule[] => [
	[
		'a picture of the workflow comes first',
		() => !/^!\[[^\]]+\]\(https:\/\/\S+\.png\)\n/.test(description),
	],
	[
		'it says that it is for self-hosted n8n only',
		() => !description.includes('Self-hosted n8n only'),
	],
	[
		'it is in Markdown, without HTML',
		() => /<\/?[a-z][^>]*>/i.test(description.replace(/`[^`]*`/g, '')),
	],
	['it has headings of the second level only', () => /^#(?!#)|^###/m.test(description)],
	['it has the five sections', () => (description.match(/^## /gm) ?? []).length !== 5],
	['it has 150 to 450 words', () => wordsOf(description) < 150 || wordsOf(description) > 450],
];

/** The rules that a template breaks, in words. */
export const brokenRules = (workflow: Workflow, entry: Entry, description: string): string[] =>
	[
		...titleRules(entry),
		...noteRules(workflow),
		...workflowRules(workflow),
		...descriptionRules(description),
	]
		.filter(([, broken]) => broken())
		.map(([rule]) => rule);
