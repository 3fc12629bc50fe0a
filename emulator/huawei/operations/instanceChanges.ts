import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { startTask } from '../model/tasks';
import { maintenance } from '../requests/checks';
import type { Handler } from '../requests/context';
import { startJob } from '../requests/jobs';

const AUTO_TOPIC_TASK = 'modifyAutoTopic';
const RETENTION_TASK = 'changeRetentionPolicy';

interface UpdateBody {
	name?: string;
	description?: string;
	maintain_begin?: string;
	maintain_end?: string;
	security_group_id?: string;
	retention_policy?: 'produce_reject' | 'time_base';
	enterprise_project_id?: string;
}

/** Changes basic settings (5.1.5); a new retention policy runs as a background task. */
export const UpdateInstance: Handler = (request, context) => {
	const body = request.body as UpdateBody;
	const instance = context.runningInstance();
	const taken = context.state.of(context.project.id).filter((i) => i !== instance && !i.deleting);
	if (context.state.rules.uniqueNames && taken.some((i) => i.name === body.name)) {
		refuse('DMS.00400060');
	}
	if (context.state.rules.refuseUnchangedName && body.name === instance.name) {
		refuse('DMS.00400010', 'The name is not changed.');
	}
	if (body.maintain_begin !== undefined || body.maintain_end !== undefined) {
		const window = maintenance(body.maintain_begin ?? '', body.maintain_end ?? '');
		[instance.maintainBegin, instance.maintainEnd] = window;
	}
	instance.name = body.name ?? instance.name;
	instance.description = body.description ?? instance.description;
	instance.securityGroupId = body.security_group_id ?? instance.securityGroupId;
	instance.enterpriseProjectId = body.enterprise_project_id ?? instance.enterpriseProjectId;
	const policy = body.retention_policy;
	if (policy !== undefined && policy !== instance.retentionPolicy) {
		const params = {
			new_retention_policy: policy,
			origin_retention_policy: instance.retentionPolicy,
		};
		const task = { id: context.state.ids.hex(), name: RETENTION_TASK, params };
		startTask(instance, task, context.now, () => {
			instance.retentionPolicy = policy;
			return true;
		});
	}
	return empty();
};

/** Switches automatic topic creation (5.4.1) by a background task of which the answer tells nothing. */
export const UpdateInstanceAutoCreateTopic: Handler = (request, context) => {
	const { enable_auto_topic } = request.body as { enable_auto_topic: boolean };
	const instance = context.runningInstance();
	const params = { old_auto_status: instance.enableAutoTopic, new_auto_status: enable_auto_topic };
	startJob(context, instance, { name: AUTO_TOPIC_TASK, params }, () => {
		instance.enableAutoTopic = enable_auto_topic;
		return true;
	});
	return empty(200);
};

/** Changes the addresses advertised for cross-VPC access (5.2.4), all brokers named. */
export const UpdateInstanceCrossVpcIp: Handler = (request, context) => {
	const { advertised_ip_contents: wanted } = request.body as {
		advertised_ip_contents: Record<string, string>;
	};
	const instance = context.runningInstance();
	const missing = instance.brokerIps.filter((ip) => !(ip in wanted));
	if (missing.length) {
		refuse('DMS.00400062', `advertised_ip_contents must name ${missing.join(', ')} too.`);
	}
	const results = Object.entries(wanted).map(([ip, advertised_ip]) => {
		const success = instance.brokerIps.includes(ip) && /^[\w.-]+$/.test(advertised_ip);
		if (success) instance.advertisedIps[ip] = advertised_ip;
		return { advertised_ip, success, ip };
	});
	return json(200, { success: results.every((result) => result.success), results });
};
