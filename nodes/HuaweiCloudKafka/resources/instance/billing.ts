import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, integer, record } from '../../../shared/form/fields';
import { optionalFlag } from './fields';

/** How an instance is billed; pay-per-use by default. */
export const billing = (): Field =>
	record('bss_param', 'Billing', {
		entry: 'Billing',
		description: 'How the instance is billed; pay-per-use by default',
		fields: [
			choice('charging_mode', 'Billing Mode', {
				values: { postPaid: 'Pay-Per-Use', prePaid: 'Yearly/Monthly' },
				hint: 'Yearly/monthly ends only in the Billing Center, not by deleting',
			}),
			choice('period_type', 'Period Unit', {
				values: { month: 'Month', year: 'Year' },
				show: { chargingMode: ['prePaid'] },
			}),
			integer('period_num', 'Period', {
				range: [1, 9],
				show: { chargingMode: ['prePaid'] },
				hint: '1 to 9 months, or 1 to 3 years',
			}),
			optionalFlag(
				'is_auto_renew',
				'Renew Automatically',
				'to renew the subscription automatically',
			),
			optionalFlag(
				'is_auto_pay',
				'Pay Automatically',
				'to pay the order automatically instead of in the Billing Center',
			),
		],
	});

/**
 * What to say of an order that waits for its payment: there is no instance before, although it has an ID
 * (reference, 5.1.1: by default paid by hand; the Terraform provider waits for the order).
 */
export const unpaid = (billing?: IDataObject): IDataObject =>
	billing?.charging_mode === 'prePaid' && billing.is_auto_pay !== true
		? {
				note: 'Pay the order in the Billing Center of the Huawei Cloud console: the instance is created after that.',
			}
		: {};

/**
 * Holds billing against the rule that a subscription has a period, and pay-per-use has none, 5.1.1.
 *
 * @throws {BadInput}
 */
export function checkBilling(billing?: IDataObject): void {
	if (billing?.charging_mode !== 'prePaid') {
		if (billing?.period_type !== undefined || billing?.period_num !== undefined) {
			throw new BadInput(
				'Period',
				'is set for pay-per-use',
				"Set 'Billing Mode' to 'Yearly/Monthly', or remove it.",
			);
		}
		return;
	}
	if (billing.period_type === undefined || billing.period_num === undefined) {
		throw new BadInput(
			'Period',
			'is missing',
			"Set 'Period' and 'Period Unit'. They are required for yearly/monthly billing.",
		);
	}
	if (billing.period_type === 'year' && Number(billing.period_num) > 3) {
		throw new BadInput(
			'Period',
			`is ${String(billing.period_num)} years`,
			'Enter at most 3 years.',
		);
	}
}
