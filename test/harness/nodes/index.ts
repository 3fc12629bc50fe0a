import type { Clock } from '../../../nodes/shared/contract/clock';
import { scripts } from './code';
import { conditions } from './conditions';
import { cryptoNode } from './crypto';
import { dataTables } from './dataTable';
import { editFields } from './editFields';
import { flow } from './flow';
import { http } from './httpRequest';
import { webhookAnswers } from './respondToWebhook';
import { startNodes } from './startNodes';
import type { AnyNodeType } from '../nodeTypes';

/** Stand-ins for n8n's own nodes by their full name, so that workflows run without n8n's package of 400 nodes. */
export function standIns(timeScale: number, clock?: Clock): Record<string, AnyNodeType> {
	return {
		...startNodes,
		...conditions,
		...cryptoNode,
		...dataTables(),
		...editFields,
		...flow(timeScale, clock),
		...http,
		...scripts,
		...webhookAnswers,
	};
}
