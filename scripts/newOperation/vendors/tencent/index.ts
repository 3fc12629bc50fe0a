import type { VendorProfile } from '../vendor';
import { INSTANCE, knownField, sentIn } from './fields';
import { decoded, handler } from './handler';
import { list, pages, unwrap, unwrapExample, withoutRows } from './lists';
import { completion, outcome } from './outcome';
import { line, reference, requestBody, requestLine } from './request';

/** CKafka. */
export const tencent: VendorProfile = {
	vendor: 'tencent',
	folder: 'TencentCloudKafka',
	title: 'Tencent Cloud',
	fillsIn: () => false,
	instance: INSTANCE,
	isText: false,
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
