import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { describe, property } from './describe';

const start = { group: ['trigger' as const], inputs: [] };

/** Marks a node as a start node for n8n; `execute` is what runs it here, whatever the mode. */
const trigger = async () => ({});

/** A start node which passes the items on that the run was given. */
function passing(name: string, version: number | number[]): INodeType {
	return {
		description: describe(name, version, [], start),
		trigger,
		async execute(this: IExecuteFunctions) {
			return [this.getInputData()];
		},
	};
}

/** n8n's Schedule Trigger gives one item with the time, here unless the run was given items. */
const scheduleTrigger: INodeType = {
	description: describe(
		'scheduleTrigger',
		[1, 1.1, 1.2, 1.3, 1.4],
		[property('rule', 'json', {})],
		start,
	),
	trigger,
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const given = items.some(({ json }) => Object.keys(json).length > 0);
		return [given ? items : [{ json: moment(this.getTimezone()) }]];
	},
};

function moment(timezone: string): INodeExecutionData['json'] {
	const now = DateTime.now().setZone(timezone).setLocale('en');
	return {
		timestamp: now.toISO(),
		'Readable date': `${now.toFormat('MMMM')} ${ordinal(now.day)} ${now.toFormat('yyyy, h:mm:ss a').toLowerCase()}`,
		'Readable time': now.toFormat('h:mm:ss a').toLowerCase(),
		'Day of week': now.toFormat('EEEE'),
		Year: now.toFormat('yyyy'),
		Month: now.toFormat('MMMM'),
		'Day of month': now.toFormat('dd'),
		Hour: now.toFormat('HH'),
		Minute: now.toFormat('mm'),
		Second: now.toFormat('ss'),
		Timezone: `${timezone} (UTC${now.toFormat('ZZ')})`,
	};
}

function ordinal(day: number): string {
	const teen = day > 10 && day < 14;
	return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}

/** n8n-core hands the items of a run straight on for a node with `webhook`; a real call has these four fields. */
const webhook: INodeType = {
	description: describe(
		'webhook',
		[1, 1.1, 2, 2.1],
		[
			property('httpMethod', 'string', 'GET'),
			property('path', 'string', ''),
			property('authentication', 'string', 'none'),
			property('responseMode', 'string', 'onReceived'),
			property('options', 'json', {}),
		],
		start,
	),
	async webhook() {
		return {};
	},
};

export const startNodes = {
	'n8n-nodes-base.manualTrigger': passing('manualTrigger', 1),
	'n8n-nodes-base.executeWorkflowTrigger': passing('executeWorkflowTrigger', [1, 1.1]),
	'n8n-nodes-base.errorTrigger': passing('errorTrigger', 1),
	'n8n-nodes-base.formTrigger': passing('formTrigger', [2, 2.1, 2.2, 2.3]),
	'n8n-nodes-base.scheduleTrigger': scheduleTrigger,
	'n8n-nodes-base.webhook': webhook,
};
