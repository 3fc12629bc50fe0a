import type { Field } from '../../../../shared/contract/field';
import { locator } from '../../../../shared/form/fields';

type Place = 'body' | 'query';

/** The consumer group that lags. */
export const lagging = (wireName: string, sentIn: Place): Field =>
	locator(wireName, 'Consumer Group', {
		name: 'group',
		sentIn,
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Consumer group to operate on',
	});

/** The topic that it consumes. */
export const consumed = (wireName: string, sentIn: Place): Field =>
	locator(wireName, 'Topic', {
		name: 'topic',
		sentIn,
		required: true,
		search: 'searchTopics',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders.created',
		description: 'Topic to operate on',
	});

/** An existing report, in the path. */
export const report = (): Field =>
	locator('report_id', 'Report', {
		sentIn: 'path',
		required: true,
		search: 'searchReports',
		dependsOn: ['instanceId.value'],
		by: 'ID',
		placeholder: 'e.g. 0e35a9f4-e75d-4fd6-b230-280860f666f7',
		description: 'Report of a diagnosis',
	});
