import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, text } from '../../../shared/form/fields';
import { regionPages } from '../../api/pages';

/** Lists regions. CKafka DescribeRegion; the result is a list without a total. */
export const getRegions: Operation = {
	value: 'getRegions',
	name: 'Get Regions',
	action: 'Get regions',
	description: 'Get the regions where CKafka is available',
	api: 'DescribeRegion',
	request: post('/'),
	kind: 'read',
	options: [
		choice('Business', 'Business', { values: { ckafka: 'CKafka', cmq: 'CMQ' } }),
		text('CdcId', 'CDC ID', { description: 'Return only regions of this dedicated cluster' }),
	],
	pages: regionPages,
};
