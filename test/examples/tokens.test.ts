/** An address that anybody may find gives nothing to whoever does not know the token of the slash command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { example, slashCommand } from '../../demo/workflows';
import type { Outcome, WorkflowJson } from '../harness';
import { stage } from './support';

const FILES = [
	'huawei-1-provision-from-chat.json',
	'alibaba-1-provision-from-chat.json',
	'huawei-7-reset-offsets-with-approval.json',
];

/** As it lies in its folder, before its user has entered a token. */
const untouched = (file: string) =>
	JSON.parse(readFileSync(join(__dirname, '../../examples', file), 'utf8')) as WorkflowJson;

const answerTo = ({ webhookResponse }: Outcome) => webhookResponse as { statusCode?: number };

test.each(FILES)('%s rejects a command without the token, and asks no cloud', async (file) => {
	const { em, n8n } = await stage({});
	for (const workflow of [example(file), untouched(file)]) {
		for (const token of [undefined, '', 'guessed']) {
			const text = 'orders-dev orders-service 2026-11-22T09:00';
			const inputItems = slashCommand('/kafka', text, token ?? null);
			const run = await n8n.run(workflow, { inputItems });
			expect(run.error?.message).toBeUndefined();
			expect(answerTo(run).statusCode).toBe(403);
		}
	}
	expect(em.requests).toEqual([]);
});
