import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { newUser } from '../model/defaults';
import type { Instance, PortProtocol } from '../model/instance';
import { startTask } from '../model/tasks';
import { checkPassword, checkUserName } from '../requests/checks';
import type { Handler } from '../requests/context';
import { refuseWhileRunning, startJob } from '../requests/jobs';

const MODE_TASK = 'switchPortProtocol';
const PUBLIC_TASKS = ['bindInstancePublicIp', 'unbindInstancePublicIp'] as const;
const DNS_TASK = 'enableDns';

type Mode = keyof PortProtocol;

interface ModeBody {
	protocol: Mode;
	enable: boolean;
	user_name?: string;
	pass_word?: string;
	sasl_enabled_mechanisms?: string[];
}

const isSasl = (mode: string) => mode.includes('_sasl_');

/** Switches one access mode, by a background task. */
export const UpdateKafkaPortProtocol: Handler = (request, context) => {
	const body = request.body as ModeBody;
	const { protocol, enable } = body;
	const instance = context.runningInstance();
	const others = (Object.keys(instance.portProtocol) as Mode[]).filter(
		(mode) => mode !== protocol && instance.portProtocol[mode],
	);
	if (enable) checkMode(instance, body, others);
	else if (others.length === 0) refuse('DMS.00400062', 'One access mode has to stay on.');
	const job_id = startJob(
		context,
		instance,
		{ name: MODE_TASK, params: { protocol, enable } },
		() => {
			instance.portProtocol[protocol] = enable;
			if (enable && isSasl(protocol) && !instance.sslEnable) {
				firstUser(instance, body, context.now);
			}
			return true;
		},
	);
	return json(200, { job_id, protocol, enable });
};

function checkMode(instance: Instance, body: ModeBody, others: Mode[]): void {
	const { protocol, user_name = '', pass_word = '' } = body;
	const side = protocol.split('_')[0];
	if (isSasl(protocol) && others.some((mode) => mode.startsWith(`${side}_sasl`))) {
		refuse('DMS.00400062', `${protocol}: the other SASL mode is on.`);
	}
	if (side === 'public' && !instance.enablePublicIp) {
		refuse('DMS.00400062', `${protocol} needs public access.`);
	}
	if (!isSasl(protocol) || instance.sslEnable) return;
	checkUserName(user_name);
	checkPassword(pass_word, user_name);
}

/** With the first SASL mode come SASL, and the first user. */
function firstUser(instance: Instance, body: ModeBody, now: number): void {
	const { user_name: name = '', pass_word: password = '', sasl_enabled_mechanisms } = body;
	instance.sslEnable = true;
	instance.saslMechanisms = sasl_enabled_mechanisms ?? ['PLAIN'];
	instance.accessUser = name;
	if (instance.users.some((user) => user.name === name)) return;
	instance.users.push(newUser({ name, password, createdAt: now, defaultApp: true }));
}

interface PublicBody {
	eip_address?: string;
	public_boundwidth?: number;
	publicip_id?: string;
}

/**
 * Switches public access by a background task that no answer names: on by any of the fields, and off by
 * none of them.
 */
export const ModifyKafkaPublicIpAccessSwitch: Handler = (request, context) => {
	const body = request.body as PublicBody;
	const instance = context.runningInstance();
	const on = Object.keys(body).length > 0;
	if (on === instance.enablePublicIp) {
		refuse('DMS.00400062', on ? 'Public access is on.' : 'An elastic IP is needed.');
	}
	const ids = (body.publicip_id ?? body.eip_address ?? '').split(',').filter((id) => id !== '');
	if (on && ids.length !== instance.brokerNum) {
		refuse('DMS.00400128', `publicip_id: ${instance.brokerNum} EIPs, one for each broker.`);
	}
	const name = PUBLIC_TASKS[on ? 0 : 1];
	refuseWhileRunning(instance, name);
	const task = { id: context.state.ids.hex(), name, params: body };
	startTask(instance, task, context.now, () => {
		instance.enablePublicIp = on;
		instance.publicIpIds = ids;
		instance.publicIps = ids.map((_, i) => `203.0.113.${i + 101}`);
		if (on) return true;
		for (const mode of Object.keys(instance.portProtocol) as Mode[]) {
			if (mode.startsWith('public_')) instance.portProtocol[mode] = false;
		}
		return true;
	});
	return empty();
};

/** Switches access by domain name on, by a background task that no answer names. */
export const EnableDns: Handler = (_request, context) => {
	const instance = context.runningInstance();
	if (instance.dnsEnabled) refuse('DMS.111501035');
	refuseWhileRunning(instance, DNS_TASK);
	const task = { id: context.state.ids.hex(), name: DNS_TASK, params: {} };
	startTask(instance, task, context.now, () => {
		instance.dnsEnabled = true;
		return true;
	});
	return empty();
};
