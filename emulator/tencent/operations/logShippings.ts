import { refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import type { LogShipping } from '../model/logs';
import { page, type Paging } from '../requests/checks';
import type { Context, Handler } from '../requests/context';
import { checkLogTopic } from '../requests/logTopics';

interface Body {
	TopicId: string;
	Effective?: boolean;
	Ckafka?: Record<string, string>;
	RoleArn?: string;
	[parameter: string]: unknown;
}

const USUAL_SIZE = 20;

/** What has to be said of the target where no role finds it out. */
const WITHOUT_ROLE = ['Vip', 'Vport', 'InstanceName', 'TopicId'];

function checkTarget({ Ckafka, RoleArn }: Body): void {
	if (!Ckafka || RoleArn) return;
	for (const name of WITHOUT_ROLE) if (!Ckafka[name]) refuseMissing(`Ckafka.${name}`);
}

const ofTopic = ({ state, region }: Context, topic: string) =>
	state.logs.shippings.find((one) => one.TopicId === topic && one.region === region);

/** The rule of a log topic; ends the request when there is none. */
const shippingOf = (context: Context, topic: string): LogShipping =>
	ofTopic(context, topic) ??
	refuse('ResourceNotFound.RecordNotExist', `The log topic ${topic} is not shipped.`);

/** Ships the logs of a log topic, of which there is one rule; the answer has no ID. */
export const ClsCreateConsumer: Handler = (request, context) => {
	const body = request.body as Body;
	checkLogTopic(body.TopicId);
	checkTarget(body);
	const { TopicId, Effective: _, ...settings } = body;
	if (ofTopic(context, TopicId)) {
		refuse('InvalidParameter.DbDuplication', `The log topic ${TopicId} is shipped already.`);
	}
	const { state, now: createdAt, region } = context;
	state.logs.shippings.push({
		ConsumerId: state.ids.uuid(),
		TopicId,
		Effective: true,
		createdAt,
		settings: { NeedContent: true, Compression: 0, ...settings },
		region,
	});
	return success({});
};

/** What both reads tell. */
const settingsOf = ({ Effective, settings }: LogShipping) => ({ Effective, ...settings });

interface ListBody extends Paging {
	Filters?: Array<{ Key: string; Values: string[] }>;
}

/** Rules over all log topics. */
export const DescribeConsumers: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const found = state.logs.shippings
		.filter((one) => one.region === region)
		.map((one) => ({
			ConsumerId: one.ConsumerId,
			TopicId: one.TopicId,
			...settingsOf(one),
			CreateTime: Math.floor(one.createdAt / 1000),
			TaskStatus: one.Effective ? 1 : 0,
		}))
		.filter((row) => (body.Filters ?? []).every((filter) => passes(row, filter)));
	return success({ Consumers: page(found, body, USUAL_SIZE), TotalCount: found.length });
};

function passes(
	row: { ConsumerId: string; TopicId: string; TaskStatus: number },
	{ Key, Values }: { Key: string; Values: string[] },
): boolean {
	const values: Record<string, string> = {
		consumerid: row.ConsumerId,
		topicid: row.TopicId,
		taskstatus: String(row.TaskStatus),
	};
	// The vendor's example writes ConsumerId.
	const value = values[Key.toLowerCase()] ?? refuseValue('Filters.Key', `${Key} is unknown`);
	return Values.includes(value);
}

/** The rule of a log topic, in short. */
export const DescribeConsumer: Handler = (request, context) => {
	const { TopicId } = request.body as Body;
	checkLogTopic(TopicId);
	return success(settingsOf(shippingOf(context, TopicId)));
};

/** Changes a rule; without Effective it is switched off. */
export const ModifyConsumer: Handler = (request, context) => {
	const body = request.body as Body;
	const { TopicId, Effective = false, ...settings } = body;
	const shipping = shippingOf(context, TopicId);
	checkTarget(body);
	shipping.Effective = Effective;
	shipping.settings = { ...shipping.settings, ...settings };
	return success({});
};

export const DeleteConsumer: Handler = (request, context) => {
	const { TopicId } = request.body as Body;
	const shipping = shippingOf(context, TopicId);
	const { logs } = context.state;
	logs.shippings = logs.shippings.filter((one) => one !== shipping);
	return success({});
};
