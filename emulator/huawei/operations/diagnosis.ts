import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { DiagnosisReport } from '../model/contents';
import { page } from '../requests/checks';
import type { Handler } from '../requests/context';
import { groupOf, topicOf } from '../requests/find';

const DEFAULT_PAGE = 10;

/** Checks of a group and a topic, as a bare list; all of them pass. */
export const ShowDiagnosisPreCheck: Handler = (request, context) => {
	const { group, topic } = request.query as Record<string, string>;
	const instance = context.runningInstance();
	groupOf(instance, group);
	topicOf(instance, topic);
	const names = ['RAM', 'CPU', 'SUBSCRIPTION', 'LAG', 'PRODUCE'];
	return json(
		200,
		names.map((name) => ({ name, success: true, reason: '' })),
	);
};

/** Begins a diagnosis; each request makes another report. */
export const CreateMessageDiagnosisTask: Handler = (request, context) => {
	const { group_name, topic_name } = request.body as Record<string, string>;
	const instance = context.runningInstance();
	groupOf(instance, group_name);
	topicOf(instance, topic_name);
	const report: DiagnosisReport = {
		id: context.state.ids.uuid(),
		status: 'diagnosing',
		group: group_name,
		topic: topic_name,
		beganAt: context.now,
	};
	instance.reports.unshift(report);
	instance.agenda.plan(context.now + instance.durations.task, (at) => {
		report.status = instance.failingTasks.includes('diagnosis') ? 'failed' : 'finished';
		report.endedAt = at;
	});
	return json(200, { report_id: report.id });
};

export const ListMessageDiagnosisReports: Handler = (request, context) => {
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	const { reports } = context.instance();
	const rows = page(reports, offset, limit, 'DMS.00400062').map((report) => ({
		report_id: report.id,
		status: report.status,
		begin_time: String(report.beganAt),
		end_time: report.endedAt === undefined ? null : String(report.endedAt),
		group_name: report.group,
		topic_name: report.topic,
		accumulated_partitions: 0,
	}));
	return json(200, { report_list: rows, total_num: reports.length });
};

/** A report, once its diagnosis has ended. */
export const ShowMessageDiagnosisReport: Handler = (request, context) => {
	const { report_id: id } = request.path;
	const report = context.instance().reports.find((one) => one.id === id);
	if (!report) refuse('DMS.00404001', `Report ${id} does not exist.`);
	if (report.status === 'diagnosing') refuse('DMS.00400062', 'The diagnosis has not ended.');
	const item = { name: 'LAG', result: 'normal', cause_ids: [], advice_ids: [] };
	const none = { partitions: [], failed_partitions: [], broker_ids: [] };
	return json(200, {
		abnormal_item_num: 0,
		failed_item_num: 0,
		normal_item_num: 1,
		diagnosis_dimension_list: [
			{
				name: 'CONSUMER',
				abnormal_num: 0,
				failed_num: 0,
				diagnosis_item_list: [{ ...item, ...none }],
			},
		],
	});
};

/** Deletes reports, with a result for each: a text under the name that the documents have. */
export const BatchDeleteMessageDiagnosisReports: Handler = (request, context) => {
	const { report_id_list: ids } = request.body as { report_id_list: string[] };
	const instance = context.instance();
	const known = new Set(instance.reports.map(({ id }) => id));
	instance.reports = instance.reports.filter(({ id }) => !ids.includes(id));
	return json(200, { results: ids.map((id) => ({ id, result: String(known.has(id)) })) });
};
