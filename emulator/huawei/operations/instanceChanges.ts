import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Handler } from '../requests/context';
import { startJob } from '../requests/jobs';

const AUTO_TOPIC_TASK = 'modifyAutoTopic';

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
