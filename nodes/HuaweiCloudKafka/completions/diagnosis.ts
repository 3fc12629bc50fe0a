import type { Completion } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import { listAll } from '../../shared/request/readList';
import { reportPages } from '../api/pages';
import { listReports } from '../api/requests';
import { reportStatusKind } from '../api/status';

/** The end of a diagnosis, which only the list shows. Source: Terraform provider, which looks every 20 s. */
export const diagnosisFinished: Completion = {
	first: 20,
	every: 20,
	observe: async (item, json) => {
		const all = await listAll(item, listReports(item.nodeParameter('instanceId')), reportPages);
		const record = all.find(({ report_id: id }) => id === json.report_id);
		if (!record) return { status: 'not visible yet', kind: 'pending' };
		const status = String(record.status ?? 'unknown');
		return { status, kind: reportStatusKind(status), record };
	},
	isReached: isReady,
	subject: ({ report_id: id }) => `diagnosis with report ${String(id)}`,
};
