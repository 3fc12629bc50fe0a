import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';
import { deprecated } from './deprecated';

/** Lists products with V1. DMS for Kafka API Reference 7.1.2.2; an item for each Kafka version. */
export const v1GetProducts: Operation = {
	value: 'v1GetProducts',
	name: 'Get Products (V1)',
	action: 'Get products with V1',
	description: deprecated('get the available products', 'Lookup: Get Products'),
	api: 'V1ListProducts',
	request: get('/v1.0/products'),
	kind: 'read',
	constant: { query: { engine: 'kafka' } },
	outcome: entries('Hourly'),
};
