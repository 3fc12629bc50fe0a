import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { productOf, type Product } from '../model/catalogue';
import type { Instance } from '../model/instance';
import { beginExtension } from '../model/lifecycle';
import type { Context, Handler } from '../requests/context';
import { refuseWhileRunning } from '../requests/jobs';

const TASK = 'extendInstance';
const MAX_DISK_EXPANSIONS = 20;
const MIN_GROWTH_GB_PER_BROKER = 100;
const NETWORK = '192.168.0.';

interface ResizeBody {
	oper_type: 'storage' | 'horizontal' | 'vertical';
	new_storage_space?: number;
	new_broker_num?: number;
	new_product_id?: string;
	publicip_id?: string;
	tenant_ips?: string[];
}

/**
 * Enlarges an instance (5.3.1): answers a job, the instance is EXTENDING and has the new size when
 * it is RUNNING again. Sizes only grow.
 */
export const ResizeKafkaInstance: Handler = (request, context) => {
	const body = request.body as ResizeBody;
	const instance = context.runningInstance();
	if (instance.prePaid) refuse('DMS.00400062', 'Only pay-per-use instances can be resized.');
	const grow = change(body, instance, context);
	refuseWhileRunning(instance, TASK);
	const task = { id: context.state.ids.uuid(), name: TASK, params: body };
	beginExtension(instance, task, context.now, grow);
	return json(200, { job_id: task.id });
};

/** The same under the path of old (7.2.3.2). */
export const ResizeEngineInstance = ResizeKafkaInstance;

/** Checks the order; the result carries it out. */
function change(body: ResizeBody, instance: Instance, context: Context): () => void {
	const product = productOf(instance.productId) ?? refuse('DMS.00400009');
	if (body.oper_type === 'storage') return moreStorage(body, instance, product);
	if (body.oper_type === 'horizontal') return moreBrokers(body, instance, product, context);
	return largerFlavor(body, instance, product);
}

/** More disk for each broker. */
function moreStorage(body: ResizeBody, instance: Instance, product: Product): () => void {
	const total = body.new_storage_space;
	if (total === undefined) refuse('DMS.00400062', 'storage needs new_storage_space.');
	const min = instance.storageSpace + MIN_GROWTH_GB_PER_BROKER * instance.brokerNum;
	if (total < min || total > product.maxStorage) {
		refuse('DMS.00400500', `new_storage_space must be from ${min} to ${product.maxStorage}.`);
	}
	if (instance.extendTimes >= MAX_DISK_EXPANSIONS) refuse('DMS.00400124');
	return () => {
		instance.storageSpace = total;
		instance.extendTimes += 1;
	};
}

/** More brokers with the same disk each. */
function moreBrokers(
	body: ResizeBody,
	instance: Instance,
	product: Product,
	context: Context,
): () => void {
	const { new_broker_num: brokers, new_storage_space: storage, tenant_ips = [] } = body;
	if (brokers === undefined || storage === undefined) {
		refuse('DMS.00400062', 'horizontal needs new_broker_num and new_storage_space.');
	}
	if (brokers <= instance.brokerNum || brokers > product.maxBrokers) {
		const range = `from ${instance.brokerNum + 1} to ${product.maxBrokers}`;
		refuse('DMS.00400062', `new_broker_num must be ${range}.`);
	}
	const expected = (instance.storageSpace / instance.brokerNum) * brokers;
	if (storage !== expected || storage > product.maxStorage) {
		refuse('DMS.00400500', `new_storage_space must be ${expected} for ${brokers} brokers.`);
	}
	const added = brokers - instance.brokerNum;
	if (tenant_ips.length > added) refuse('DMS.00400062', `tenant_ips: at most ${added}.`);
	const eips = (body.publicip_id ?? '').split(',').filter((id) => id !== '');
	if (eips.length !== (instance.enablePublicIp ? added : 0)) {
		const text = instance.enablePublicIp ? `${added} EIPs` : 'no EIP without public access';
		refuse('DMS.00400128', `publicip_id: ${text}.`);
	}
	return () => {
		for (let i = 0; i < added; i += 1) {
			instance.brokerIps.push(tenant_ips[i] ?? freeAddress(instance));
			instance.portIds.push(context.state.ids.uuid());
		}
		instance.publicIpIds = [...instance.publicIpIds, ...eips];
		instance.publicIps.push(...eips.map((_, i) => `203.0.113.${instance.brokerNum + i + 101}`));
		instance.brokerNum = brokers;
		instance.storageSpace = storage;
	};
}

function freeAddress(instance: Instance): string {
	const last = instance.brokerIps.map((ip) => Number(ip.split('.').at(-1)) || 0);
	return `${NETWORK}${Math.max(...last) + 1}`;
}

/** A larger flavor; smaller ones are refused. */
function largerFlavor(body: ResizeBody, instance: Instance, product: Product): () => void {
	if (body.new_product_id === undefined) refuse('DMS.00400062', 'vertical needs new_product_id.');
	const wanted = productOf(body.new_product_id) ?? refuse('DMS.00400009');
	if (wanted.partitionsPerBroker <= product.partitionsPerBroker) {
		refuse('DMS.00400062', `new_product_id must be larger than ${instance.productId}.`);
	}
	return () => {
		instance.productId = wanted.id;
	};
}

/** The checks before a resize; one that fails does not keep from it. */
export const ShowKafkaScalePreCheckInfo: Handler = (_request, context) => {
	const instance = context.instance();
	const single = instance.topics.filter(({ replication }) => replication < 2);
	const check = (name: string, risk: string, reason = '') => ({
		name,
		success: reason === '',
		reason,
		risk,
	});
	return json(200, [
		check('CPU', 'low'),
		check('RAM', 'low'),
		check('REPLICA', 'medium', single.map(({ name }) => name).join(',')),
		check('ISR', 'high'),
		check('NETWORK', 'medium'),
	]);
};

/** How far a resize is; other tasks have no progress. */
export const ShowBackgroundTaskProgress: Handler = (request, context) => {
	const { durations, tasks } = context.instance();
	const task = tasks.find(({ id }) => id === request.path.task_id);
	if (task?.name !== TASK) refuse('DMS.00404001', `Task ${request.path.task_id} is no resize.`);
	const whole = durations.extendLag + durations.extend;
	const passed = Math.min(context.now - task.createdAt, whole);
	const isOver = task.status !== 'EXECUTING';
	const statue = isOver ? (task.status === 'SUCCESS' ? 'COMPLETED' : 'FAILED') : 'IN_PROGRESS';
	const checked = task.createdAt + durations.extendLag;
	const isChecked = isOver || context.now >= checked;
	return json(200, {
		progress_percentage: isOver ? 100 : Math.floor((100 * passed) / Math.max(whole, 1)),
		remain_time: isOver ? 0 : Math.ceil((whole - passed) / 1000),
		step_list: [
			{
				name: 'pre_check',
				statue: isChecked ? 'COMPLETED' : 'IN_PROGRESS',
				start_time: task.createdAt,
				end_time: isChecked ? checked : null,
			},
			{
				name: 'disk_expansion',
				statue: isChecked ? statue : 'WAITING',
				start_time: isChecked ? checked : null,
				end_time: isOver ? task.updatedAt : null,
			},
		],
	});
};
