import { DAY, HOUR } from '../../core/clock';
import { refuse } from '../answers/errors';
import type { ClientSample } from '../model/contents';
import type { Handler } from '../requests/context';

interface ClientParameters {
	Type: 'byInstance' | 'byTopic' | 'byGroup';
	Topic?: string;
	Group?: string;
	StartTime: number;
	EndTime: number;
}

/** Whether a sample is of what is asked for. */
function isOf({ Type, Topic, Group }: ClientParameters) {
	if (Type === 'byTopic') {
		const name = Topic ?? refuse('BIZ_PARAM_EMPTY', 'Topic');
		return ({ topic }: ClientSample) => topic === name;
	}
	if (Type === 'byGroup') {
		const name = Group ?? refuse('BIZ_PARAM_EMPTY', 'Group');
		return ({ group }: ClientSample) => group === name;
	}
	return () => true;
}

/** Clients of an hour at most: a longer time is cut without a word. */
export const GetKafkaClientIp: Handler = (request, context) => {
	const given = request.parameters as unknown as ClientParameters;
	const instance = context.workingInstance();
	const { EndTime } = given;
	const StartDate = Math.max(given.StartTime, EndTime - HOUR);
	if (StartDate < context.now - 7 * DAY) refuse('InvalidParameter.Range', 'StartTime');
	const found = instance.clients
		.filter(isOf(given))
		.filter(({ at }) => at >= StartDate && at < EndTime);
	const Data = found.map(({ ip, connections }) => ({ Ip: ip, Num: connections }));
	const Name = given.Topic ?? given.Group ?? instance.id;
	return context.success({
		Data: {
			Alert: instance.oldBuild,
			StartDate,
			EndDate: EndTime,
			SearchTimeRange: 1,
			TimeLimitDay: 7,
			Data: { Data: Data.length ? [{ Name, Data: { Data } }] : [] },
		},
	});
};

/** Risks, from an entry on; the list is bare. */
export const GetRiskList: Handler = (request, context) => {
	const { StartIndex = 0, PageSize = 10 } = request.parameters as Record<string, number>;
	const { id, risks } = context.workingInstance();
	const shown = risks.slice(StartIndex, StartIndex + PageSize);
	const RiskList = shown.map((risk) => ({ ...risk, InstanceId: id, RelationList: [] }));
	return context.success({ Data: { Total: risks.length, RiskList } });
};
