import { refuse, refuseMissing, success } from '../answers/errors';
import { timeText } from '../answers/time';
import { FAILING_PREFIX } from '../../core/state';
import type { LogImport } from '../model/logs';
import type { Context, Handler } from '../requests/context';
import { checkLogTopic } from '../requests/logTopics';

const RUNNING = 1;
const PAUSED = 2;
const FAILED = 3;

interface Kafka {
	KafkaType?: 0 | 1;
	KafkaInstance?: string;
	ServerAddr?: string;
	IsEncryptionAddr?: boolean;
	Protocol?: Record<string, string>;
}

interface CreateBody extends Kafka {
	TopicId: string;
	Name: string;
	LogRechargeRule: Record<string, unknown>;
	[parameter: string]: unknown;
}

/** What a new import has where nothing is given. */
const DEFAULTS = {
	ConsumerGroupName: '',
	IsEncryptionAddr: false,
	KafkaInstance: '',
	ServerAddr: '',
};

const RULE_DEFAULTS = {
	Keys: [],
	LogRegex: '',
	Metadata: [],
	TimeFormat: '',
	TimeKey: '',
	TimeRegex: '',
	TimeZone: '',
};

const NO_PROTOCOL = { Mechanism: '', Password: '', Protocol: '', UserName: '' };

/** The import of an ID in its log topic; ends the request when there is none. */
function importOf({ state, region }: Context, topic: string, id: string): LogImport {
	const found = state.logs.imports.find(
		(one) => one.Id === id && one.TopicId === topic && one.region === region,
	);
	return found ?? refuse('InvalidParameterValue', `The import ${id} does not exist.`);
}

/** Begins an import, which runs at once; one whose name says so ends in an error. */
export const CreateKafkaRecharge: Handler = (request, { state, now, region }) => {
	const { TopicId, Name, ...settings } = request.body as CreateBody;
	checkLogTopic(TopicId);
	checkKafka(settings);
	checkRule(settings.LogRechargeRule);
	if (state.logs.imports.some((one) => one.TopicId === TopicId && one.Name === Name)) {
		refuse('InvalidParameter.DbDuplication', `An import ${Name} exists already.`);
	}
	const Id = state.ids.uuid();
	const Status = Name.startsWith(FAILING_PREFIX) ? FAILED : RUNNING;
	state.logs.imports.push({
		Id,
		TopicId,
		Name,
		Status,
		createdAt: now,
		updatedAt: now,
		settings,
		region,
	});
	return success({ Id });
};

function checkKafka({ KafkaType, KafkaInstance, ServerAddr, ...more }: Kafka): void {
	if (KafkaType === 0 && !KafkaInstance) refuseMissing('KafkaInstance');
	if (KafkaType === 1 && !ServerAddr) refuseMissing('ServerAddr');
	if (KafkaType === 1 && more.IsEncryptionAddr && !more.Protocol?.Protocol) {
		refuseMissing('Protocol');
	}
}

/** What a rule needs by its format and by where the time comes from. */
function checkRule(rule: Record<string, unknown> | undefined): void {
	if (!rule) return;
	const isLine = rule.RechargeType === 'minimalist_log';
	const needed = [
		...(rule.RechargeType === 'fullregex_log' ? ['LogRegex'] : []),
		...(rule.DefaultTimeSwitch === false
			? [isLine ? 'TimeRegex' : 'TimeKey', 'TimeFormat', 'TimeZone']
			: []),
	];
	for (const name of needed) if (!rule[name]) refuseMissing(`LogRechargeRule.${name}`);
}

/** Imports of a log topic, with their passwords in clear. */
export const DescribeKafkaRecharges: Handler = (request, { state, region }) => {
	const { TopicId, Id, Status } = request.body as { TopicId: string; Id?: string; Status?: number };
	checkLogTopic(TopicId);
	const found = state.logs.imports
		.filter((one) => one.TopicId === TopicId && one.region === region)
		.filter((one) => Id === undefined || one.Id === Id)
		.filter((one) => Status === undefined || one.Status === Status);
	return success({ Infos: found.map(record), TotalCount: found.length });
};

function record({ settings, createdAt, updatedAt, region: _, ...names }: LogImport) {
	const { Protocol, LogRechargeRule, ...others } = settings;
	return {
		...DEFAULTS,
		...names,
		...others,
		Protocol: { ...NO_PROTOCOL, ...(Protocol as object) },
		LogRechargeRule: { ...RULE_DEFAULTS, ...(LogRechargeRule as object) },
		CreateTime: timeText(createdAt),
		UpdateTime: timeText(updatedAt),
	};
}

interface ModifyBody extends Kafka {
	Id: string;
	TopicId: string;
	Name?: string;
	StatusControl?: 1 | 2;
	LogRechargeRule?: Record<string, unknown>;
	[parameter: string]: unknown;
}

/** Changes an import; StatusControl 1 pauses, 2 starts. */
export const ModifyKafkaRecharge: Handler = (request, context) => {
	const { Id, TopicId, Name, StatusControl, ...settings } = request.body as ModifyBody;
	const found = importOf(context, TopicId, Id);
	checkKafka(settings);
	checkRule(settings.LogRechargeRule);
	if (Name !== undefined) found.Name = Name;
	if (StatusControl !== undefined) found.Status = StatusControl === 1 ? PAUSED : RUNNING;
	found.settings = { ...found.settings, ...settings };
	found.updatedAt = context.now;
	return success({});
};

/** Stops and deletes an import. */
export const DeleteKafkaRecharge: Handler = (request, context) => {
	const { Id, TopicId } = request.body as { Id: string; TopicId: string };
	checkLogTopic(TopicId);
	const found = importOf(context, TopicId, Id);
	const { logs } = context.state;
	logs.imports = logs.imports.filter((one) => one !== found);
	return success({});
};

/** A message as it is, or as the log that it would become. */
export const PreviewKafkaRecharge: Handler = (request) => {
	const body = request.body as Kafka & {
		PreviewType: 1 | 2;
		UserKafkaTopics: string;
		LogRechargeRule?: Record<string, unknown>;
	};
	checkKafka(body);
	const isResult = body.PreviewType === 2;
	if (isResult && !body.LogRechargeRule) refuseMissing('LogRechargeRule');
	checkRule(body.LogRechargeRule);
	const [topic] = body.UserKafkaTopics.split(',');
	const message = `message of ${topic}`;
	return success({
		LogData: isResult ? JSON.stringify({ __CONTENT__: message }) : message,
		LogSample: isResult ? message : '',
	});
};
