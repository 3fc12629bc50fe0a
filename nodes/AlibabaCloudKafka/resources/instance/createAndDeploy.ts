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
import { deploy, nameDeployed } from '../../orders/deployment';
import { deployedAs, orderedBefore } from '../../orders/madeBefore';
import type { Order } from '../../orders/orders';
import { LASTING, agrees, instanceOfOrder, orderText, placeOrder } from '../../orders/orders';
import { checkByUse, checkDeployment } from './checks';
import { location } from '../../lookedUp';
import { instanceName, settings } from './deployment';
import type { Series } from '../../api/series';
import { seriesOf } from '../../api/series';
import { checkSettings, checkVersion } from './series';
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

/** What of the form is the order's, and what the deployment's. */
export function split({ OrderId, ...parameters }: IDataObject) {
	const entries = Object.entries(parameters);
	return {
		continued: OrderId,
		deployment: Object.fromEntries(entries.filter(([name]) => DEPLOYMENT.has(name))),
		purchase: Object.fromEntries(entries.filter(([name]) => !DEPLOYMENT.has(name))),
	};
}

/**
 * Holds the deployment against what was said of the order: a mistake that shows here must not wait
 * until the order is placed and billed.
 *
 * @throws {BadInput}
 */
function checkTogether(deployment: IDataObject, purchase: IDataObject): void {
	const series = seriesOf(purchase) ?? 'reserved';
	const { ServiceVersion: version, KMSKeyId, Config } = deployment;
	checkVersion(version, series);
	checkSettings(series, Config);
	if (series === 'serverless' && KMSKeyId !== undefined) {
		throw new BadInput('KMS Key', 'is not available for serverless instances', 'Remove it.');
	}
	const config = settingsIn(Config);
	if (series === 'reserved' && purchase.SpecType === 'normal' && config['enable.acl'] === 'true') {
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
	{ continued, name }: { continued?: unknown; name?: unknown },
): Promise<Order> {
	if (continued !== undefined) return { OrderId: String(continued) };
	const api =
		request.body?.PaidType === PAID_TYPE.subscription
			? 'CreatePrePayInstance'
			: 'CreatePostPayInstance';
	return await item.once(
		'order',
		async () => await placeOrder(item, { ...request, api }, name),
		(order) => `${orderText(order)} placed`,
	);
}

/** How to go on with an order; a serverless instance cannot be found by its order. */
function goOnWith({ OrderId, InstanceId }: Order, series: Series): string {
	if (OrderId && series !== 'serverless')
		return `run this again with 'Order ID to Resume' set to ${OrderId}.`;
	return InstanceId
		? `deploy instance ${InstanceId} with the operation 'Deploy'.`
		: "deploy its instance, whose ID the console shows, with the operation 'Deploy'.";
}

/** Names the order in whatever went wrong after it, and how to go on. */
function after(order: Order, failure: Failure, series: Series, isResumed: boolean): Failure {
	const what = isResumed ? 'the order to resume is' : 'the order was placed:';
	const advice = [
		failure.details.advice,
		!isResumed && 'The ordered instance is billed.',
		`To continue, ${goOnWith(order, series)}`,
	];
	return failure.with({
		message: `${failure.message}; ${what} ${orderText(order)}`,
		advice: advice.filter(Boolean).join(' '),
	});
}

/** An order that was bought otherwise is not what the node asks for. */
const boughtOtherwise = (id: string) =>
	new Failure('unfinished', `Instance ${id} was bought with another billing or network`, {
		advice:
			'Its order has served. Remove it from the node to get a new instance, or correct the settings.',
	});

/** What is sent with the deployment, and what the instance is called. */
function deploymentOf(given: IDataObject, series: Series, found: IDataObject) {
	const internet = hasInternet(found.DeployType);
	const { Name, ...rest } = given;
	const isNamedLater = series !== 'reserved';
	return {
		name: isNamedLater ? (Name as string | undefined) : undefined,
		parameters: {
			...(isNamedLater ? rest : given),
			DeployModule: internet ? 'eip' : 'vpc',
			IsEipInner: internet,
		},
	};
}

async function runSteps(item: OperationContext, { body = {}, ...request }: ApiRequest) {
	const { continued, deployment, purchase } = split(body);
	const series = seriesOf(purchase) ?? 'reserved';
	const order = await orderFor(
		item,
		{ ...request, body: purchase },
		{ continued, name: deployment.Name },
	);
	try {
		const found = order.InstanceId
			? { InstanceId: order.InstanceId, DeployType: purchase.DeployType }
			: await instanceOfOrder(item, String(order.OrderId), series === 'serverless');
		const id = String(found.InstanceId);
		const { name, parameters } = deploymentOf(deployment, series, {
			...found,
			DeployType: found.DeployType ?? purchase.DeployType,
		});
		const { wasDeployed } = await deploy(item, id, parameters);
		if (wasDeployed && !agrees(found, purchase, LASTING)) throw boughtOtherwise(id);
		if (name !== undefined) await nameDeployed(item, id, name);
		const isOwn = continued === undefined || !wasDeployed;
		return singleItem({
			...order,
			InstanceId: id,
			deploymentStarted: isOwn,
			// The order has served, in an earlier run or by somebody else.
			...(!isOwn && { alreadyDeployed: true }),
		});
	} catch (error) {
		throw after(order, asFailure(error), series, continued !== undefined);
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
		...location,
		instanceName(),
		network(true),
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
			description: 'Order of an interrupted run to continue instead of placing another one',
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
	madeBefore: {
		...orderedBefore(
			"set 'Order ID to Resume' to the ID of its order, which the console lists, deploy the instance with the operation 'Deploy', or use 'Get' if it is already deployed.",
		),
		named: deployedAs,
	},
	subject: orderText,
	simple,
	completion: instanceDeployed,
};
