import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { travelling } from '../../../shared/contract/field';
import { Failure, asFailure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, text } from '../../../shared/form/fields';
import type { OperationContext } from '../../../shared/contract/context';
import { PAID_TYPE, settingsIn } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceDeployed } from '../../completions/instance';
import { deploy } from '../../orders/deployment';
import { orderedBefore } from '../../orders/madeBefore';
import type { Order } from '../../orders/orders';
import { instanceOfOrder, orderText, placeOrder } from '../../orders/orders';
import { checkByUse, checkDeployment } from './checks';
import { instanceName, location, settings } from './deployment';
import {
	DEPLOY_TYPE,
	EDITIONS,
	edition,
	network,
	reservedCapacity,
	resourceGroupAndTags,
	serverlessConfig,
} from './purchase';
import { simple } from './simple';

/** Parameters that go to StartInstance; the others are the order's, which has none of the same name. */
const DEPLOYMENT: ReadonlySet<string> = new Set(
	travelling([instanceName(), ...location, ...settings]).map(({ wireName }) => wireName),
);

function split({ OrderId, ...parameters }: IDataObject) {
	const entries = Object.entries(parameters);
	return {
		continued: OrderId,
		deployment: Object.fromEntries(entries.filter(([name]) => DEPLOYMENT.has(name))),
		purchase: Object.fromEntries(entries.filter(([name]) => !DEPLOYMENT.has(name))),
	};
}

const SERVERLESS_VERSIONS = ['3.3.1'];
const RESERVED_VERSIONS = ['0.10.2', '2.2.0', '2.6.2'];

/**
 * Holds the deployment against what was said of the order: a mistake that shows here must not wait
 * until the order is placed and billed.
 *
 * @throws {BadInput}
 */
function checkTogether(deployment: IDataObject, { PaidType, SpecType }: IDataObject): void {
	const serverless = PaidType === PAID_TYPE.serverless;
	const { ServiceVersion: version, KMSKeyId, Config } = deployment;
	const fitting = serverless ? SERVERLESS_VERSIONS : RESERVED_VERSIONS;
	if (version !== undefined && !fitting.includes(String(version))) {
		throw new BadInput(
			'Kafka Version',
			`cannot be '${String(version)}' for ${serverless ? 'serverless' : 'reserved'} instances`,
			`Select ${fitting.join(' or ')}, or remove it.`,
		);
	}
	if (serverless && KMSKeyId !== undefined) {
		throw new BadInput('KMS Key ID', 'is not available for serverless instances', 'Remove it.');
	}
	const config = settingsIn(Config);
	if (!serverless && SpecType === 'normal' && config['enable.acl'] === 'true') {
		throw new BadInput(
			'Access Control',
			'is not available for the Standard Edition',
			"Turn it off, or select a Professional Edition in 'Edition'.",
		);
	}
}

const hasInternet = (deployType: unknown) => String(deployType) === DEPLOY_TYPE.internetAndVpc;

/** The order, placed now, by an earlier try of this run, or in the run that is to be continued. */
async function orderFor(
	item: OperationContext,
	request: ApiRequest,
	continued?: unknown,
): Promise<Order> {
	if (continued !== undefined) return { OrderId: String(continued) };
	const api =
		request.body?.PaidType === PAID_TYPE.subscription
			? 'CreatePrePayInstance'
			: 'CreatePostPayInstance';
	return await item.once(
		'order',
		async () => await placeOrder(item, { ...request, api }),
		(order) => `${orderText(order)} placed`,
	);
}

/** Names the order in whatever went wrong after it, and how to go on. */
function after(order: Order, failure: Failure): Failure {
	const goOn = order.OrderId
		? `To continue, run this again with 'Order ID to Resume' set to ${order.OrderId}.`
		: `To continue, deploy instance ${order.InstanceId} with the operation 'Deploy'.`;
	return failure.with({
		message: `${failure.message}; the order was placed: ${orderText(order)}`,
		advice: [failure.details.advice, 'The ordered instance is billed.', goOn]
			.filter(Boolean)
			.join(' '),
	});
}

async function runSteps(item: OperationContext, { body = {}, ...request }: ApiRequest) {
	const { continued, deployment, purchase } = split(body);
	const order = await orderFor(item, { ...request, body: purchase }, continued);
	try {
		const found = order.InstanceId
			? { InstanceId: order.InstanceId, DeployType: purchase.DeployType }
			: await instanceOfOrder(item, String(order.OrderId));
		const id = String(found.InstanceId);
		const internet = hasInternet(found.DeployType ?? purchase.DeployType);
		await deploy(item, id, {
			...deployment,
			DeployModule: internet ? 'eip' : 'vpc',
			IsEipInner: internet,
		});
		return singleItem({ ...order, InstanceId: id, deploymentStarted: true });
	} catch (error) {
		throw after(order, asFailure(error));
	}
}

/**
 * Orders an instance and deploys it: CreatePostPayInstance or CreatePrePayInstance, then StartInstance
 * (AliKafka API Reference and official SDK). The order is placed once, and a run that broke off after
 * it goes on from its ID.
 */
export const createAndDeploy: Operation = {
	value: 'createAndDeploy',
	name: 'Create and Deploy',
	action: 'Create and deploy instance',
	description: 'Order an instance and deploy it into a VPC, so that it is ready to use',
	...operation('create', 'CreatePostPayInstance'),
	billed: true,
	fields: [
		instanceName(),
		network(true),
		...location,
		choice('PaidType', 'Billing', {
			name: 'billing',
			values: {
				[PAID_TYPE.payAsYouGo]: 'Pay-as-You-Go',
				[PAID_TYPE.serverless]: 'Serverless',
				[PAID_TYPE.subscription]: 'Subscription (Auto-Renews Monthly)',
			},
			default: PAID_TYPE.payAsYouGo,
		}),
		edition({ ...EDITIONS, basic: 'Basic (Serverless Only)' }, 'edition'),
		...reservedCapacity({ billing: [PAID_TYPE.payAsYouGo, PAID_TYPE.subscription] }),
		serverlessConfig({ billing: [PAID_TYPE.serverless] }),
	],
	options: [
		text('OrderId', 'Order ID to Resume', {
			placeholder: 'e.g. 20816072673001',
			description:
				'Existing order to continue with instead of placing a new one, after an interrupted run. The node finds its instance and deploys it.',
		}),
		...settings,
		...resourceGroupAndTags(),
	],
	check: (request) => {
		checkByUse(request);
		const { deployment, purchase } = split(request.body ?? {});
		checkDeployment(deployment, hasInternet(purchase.DeployType));
		checkTogether(deployment, purchase);
	},
	runSteps,
	madeBefore: orderedBefore(
		"set 'Order ID to Resume' to the ID of its order, which the console lists, deploy the instance with the operation 'Deploy', or use 'Get' if it is already deployed.",
	),
	subject: orderText,
	simple,
	completion: instanceDeployed,
};
