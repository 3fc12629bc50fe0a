import type { VendorProfile } from '../vendor';
import { INSTANCE, knownField, sentIn } from './fields';
import { decoded, handler } from './handler';
import { list, pages, unwrap, unwrapExample, withoutRows } from './lists';
import { completion, outcome } from './outcome';
import { line, reference, requestBody, requestLine } from './request';

/** ApsaraMQ for Kafka (AliKafka). */
export const alibaba: VendorProfile = {
	vendor: 'alibaba',
	folder: 'AlibabaCloudKafka',
	title: 'Alibaba Cloud',
	fillsIn: ({ wireName }) => wireName === 'RegionId',
	instance: INSTANCE,
	isText: true,
	sentIn,
	knownField,
	line,
	reference,
	unwrap,
	unwrapExample,
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
