import type { Operation } from '../../../../shared/contract/operation';
import { choices } from '../../../../shared/form/fields';
import { riskPages } from '../../../api/pages';
import { readOperation } from '../../../api/requests';
import { instance } from '../../../fields';

/** Lists what the vendor's inspection found. GetRiskList of the official SDK 2.14.0, which filters nothing. */
export const getRisks: Operation = {
	value: 'getRisks',
	name: 'Get Risks',
	action: 'Get risks of instance',
	description: 'Get the risks that the inspection of the service found on an instance',
	...readOperation('GetRiskList'),
	fields: [instance()],
	options: [
		choices('riskLevels', 'Levels', {
			sentIn: 'none',
			values: { '0': 'Urgent', '1': 'Important', '2': 'Normal' },
			description: 'Return only risks of these levels',
		}),
		choices('riskStatuses', 'Statuses', {
			sentIn: 'none',
			values: { '0': 'Open', '1': 'Fixed', '-1': 'Ignored' },
			description: 'Return only risks with these statuses',
		}),
	],
	pages: riskPages,
	keep: ({ riskLevels: levels, riskStatuses: statuses }) => {
		if (levels === undefined && statuses === undefined) return undefined;
		const isAmong = (wanted: unknown, value: unknown) =>
			wanted === undefined || (wanted as unknown[]).map(String).includes(String(value));
		return ({ LevelType: level, Status: status }) =>
			isAmong(levels, level) && isAmong(statuses, status);
	},
};
