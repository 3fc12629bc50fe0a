import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { ClientQuota } from '../model/contents';
import type { Instance } from '../model/instance';
import { page } from '../requests/checks';
import type { Context, Handler, OperationRequest } from '../requests/context';
import { startJob } from '../requests/jobs';
import { rateFields, ratesOf, type RateFields } from '../requests/rates';

const DEFAULT_PAGE = 10;

interface QuotaBody extends RateFields {
	user?: string;
	client?: string;
	'user-default'?: boolean;
	'client-default'?: boolean;
}

/** Whom a quota is for. */
type Target = Pick<ClientQuota, 'user' | 'client' | 'userDefault' | 'clientDefault'>;

/** Creates a quota of users or clients that have none (5.2.11), by a background task. */
export const CreateKafkaUserClientQuotaTask: Handler = (request, context) => {
	const instance = context.runningInstance();
	const quota = { ...targetOf(request.body as QuotaBody), ...ratesOf(request.body as QuotaBody) };
	if (instance.clientQuotas.some((other) => same(other, quota))) {
		refuse('DMS.00400062', 'This user or client has a quota already.');
	}
	return job('createKafkaUserClientQuota', request, context, () => {
		instance.clientQuotas.push(quota);
		return true;
	});
};

/** Changes a quota (5.2.12), by a background task that fails when there is none. */
export const UpdateKafkaUserClientQuotaTask: Handler = (request, context) => {
	const target = targetOf(request.body as QuotaBody);
	const quota = { ...target, ...ratesOf(request.body as QuotaBody) };
	const instance = context.runningInstance();
	return job('modifyKafkaUserClientQuota', request, context, () =>
		replace(instance, target, [quota]),
	);
};

/** Deletes a quota (5.2.9), by a background task that fails when there is none. */
export const DeleteKafkaUserClientQuotaTask: Handler = (request, context) => {
	const target = targetOf(request.body as QuotaBody);
	const instance = context.runningInstance();
	return job('deleteKafkaUserClientQuota', request, context, () => replace(instance, target, []));
};

/** Quotas of users and clients (5.2.10). */
export const ShowKafkaUserClientQuota: Handler = (request, context) => {
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	if (offset < 0 || limit < 1) refuse('DMS.00400062', `offset ${offset}, limit ${limit}`);
	const { clientQuotas } = context.instance();
	const quotas = page(clientQuotas, offset, limit, 'DMS.40050010').map((quota) => ({
		user: quota.user,
		client: quota.client,
		'user-default': quota.userDefault,
		'client-default': quota.clientDefault,
		...rateFields(quota),
	}));
	return json(200, { quotas, count: clientQuotas.length });
};

/** Reads whom a quota is for: somebody, and a default for all excludes a name. */
function targetOf(body: QuotaBody): Target {
	const { user = '', client = '' } = body;
	const userDefault = body['user-default'] === true;
	const clientDefault = body['client-default'] === true;
	if (userDefault && user) refuse('DMS.00400062', 'user-default excludes user.');
	if (clientDefault && client) refuse('DMS.00400062', 'client-default excludes client.');
	if (!user && !client && !userDefault && !clientDefault) {
		refuse('DMS.00400062', 'user, client, user-default or client-default is needed.');
	}
	return { user, client, userDefault, clientDefault };
}

function same(a: Target, b: Target): boolean {
	return (
		a.user === b.user &&
		a.client === b.client &&
		a.userDefault === b.userDefault &&
		a.clientDefault === b.clientDefault
	);
}

function job(name: string, request: OperationRequest, context: Context, work: () => boolean) {
	const instance = context.instance();
	const job_id = startJob(context, instance, { name, params: request.body }, work);
	return json(200, { job_id });
}

/** Puts quotas in place of the one for a target; false when there is none. */
function replace(instance: Instance, target: Target, quotas: ClientQuota[]): boolean {
	const others = instance.clientQuotas.filter((quota) => !same(quota, target));
	if (others.length === instance.clientQuotas.length) return false;
	instance.clientQuotas = [...others, ...quotas];
	return true;
}
