import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { taskOf } from '../../../api/records';
import { prometheusListed } from '../../../completions/listed';
import { instance } from '../../../fields';
import { readerNetwork } from '../../../networkFields';

/** Makes the exporters of the brokers reachable in a network. CKafka CreatePrometheus. */
export const connectPrometheus: Operation = {
	value: 'connectPrometheus',
	name: 'Connect Prometheus',
	action: 'Connect prometheus to instance',
	description:
		'Make the JMX and node exporters of an instance reachable in a VPC; not available on the international site',
	api: 'CreatePrometheus',
	request: post('/'),
	kind: 'change',
	fields: [instance(), ...readerNetwork('Prometheus')],
	outcome: (answer, { body }) => singleItem({ ...body, connected: true, ...taskOf(answer) }),
	subject: ({ InstanceId: id, VpcId: vpc }) =>
		`Prometheus connected to instance ${String(id)} in ${String(vpc)}`,
	completion: prometheusListed,
};
