import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../shared/contract/field';
import type { ListSearch } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing, sorted } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import { throttlingRulePages } from '../api/pages';
import { listThrottlingRules } from '../api/requests';
import { DIMENSIONS } from '../api/throttlingRules';

/** What a rule is for, and its ID. */
function entryOf({ ThrottleRuleId: id, TopicName, UserName, ClientId }: IDataObject) {
	const names = [TopicName, UserName, ClientId].filter((name) => !isBlank(name)).map(String);
	return { name: `${names.join(', ')} (${String(id)})`, value: String(id) };
}

/** Throttling rules of the selected instance: those of topics, and all others. */
export const searchThrottlingRules: ListSearch = async (source, filter) => {
	const rows: IDataObject[] = [];
	for (const dimension of Object.values(DIMENSIONS)) {
		const request = listThrottlingRules(source.instanceId, { ThrottleDimension: dimension });
		rows.push(...(await listSome(source, request, throttlingRulePages, MOST_ENTRIES)));
	}
	return { results: sorted(rows.map(entryOf).filter(containing(filter))) };
};
