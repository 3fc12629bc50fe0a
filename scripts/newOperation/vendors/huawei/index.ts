import type { VendorProfile } from '../vendor';
import { INSTANCE, knownField, sentIn } from './fields';
import { decoded, handler } from './handler';
import { list, pages, withoutRows } from './lists';
import { completion, outcome } from './outcome';
import { line, reference, requestBody, requestLine } from './request';

/** DMS for Kafka. */
export const huawei: VendorProfile = {
	vendor: 'huawei',
	folder: 'HuaweiCloudKafka',
	title: 'Huawei Cloud',
	fillsIn: ({ wireName, place }) =>
		wireName === 'project_id' || (place === 'path' && wireName === 'engine'),
	instance: INSTANCE,
	isText: false,
	sentIn,
	knownField,
	line,
	reference,
	unwrap: (schema) => schema,
	unwrapExample: (response) => response,
	list,
	withoutRows,
	pages,
	outcome,
	completion,
	handlerType: 'Handler',
	handler,
	decoded,
	requestLine,
	requestBody,
};
