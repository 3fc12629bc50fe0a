import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { prometheusPages } from '../../../api/pages';
import { instance } from '../../../fields';

/** Lists what Prometheus can scrape. CKafka DescribePrometheus; all come in one answer. */
export const getPrometheusAddresses: Operation = {
	value: 'getPrometheusAddresses',
	name: 'Get Prometheus Addresses',
	action: 'Get prometheus addresses of instance',
	description:
		'Get the addresses of the JMX and node exporters of an instance, one of each for every broker; not available on the international site',
	api: 'DescribePrometheus',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	pages: prometheusPages,
};
