import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { text } from '../../../../shared/form/fields';
import { taskOf } from '../../../api/records';
import { prometheusListed } from '../../../completions/listed';
import { instance } from '../../../fields';

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
	fields: [
		instance(),
		text('VpcId', 'VPC ID', {
			required: true,
			placeholder: 'e.g. vpc-rmcgxxxx',
			description: 'VPC in which Prometheus runs',
		}),
		text('SubnetId', 'Subnet ID', {
			required: true,
			placeholder: 'e.g. subnet-mnzcxxxx',
			description: 'Subnet in the VPC that receives the addresses',
		}),
	],
	outcome: (answer, { body }) => singleItem({ ...body, connected: true, ...taskOf(answer) }),
	subject: ({ InstanceId: id, VpcId: vpc }) =>
		`Prometheus connected to instance ${String(id)} in ${String(vpc)}`,
	completion: prometheusListed,
};
