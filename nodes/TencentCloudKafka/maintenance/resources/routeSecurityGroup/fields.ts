import type { Field } from '../../../../shared/contract/field';
import { integer, rows, text } from '../../../../shared/form/fields';

/** One security group. */
export const securityGroup = (): Field =>
	text('SecurityGroupId', 'Security Group ID', {
		required: true,
		placeholder: 'e.g. sg-k2v8xxxx',
	});

/** Several routes, also of several instances. */
export const severalRoutes = (description: string): Field =>
	rows('InstanceRoutes', 'Routes', {
		required: true,
		entry: 'Route',
		description,
		fields: [
			text('InstanceId', 'Instance ID', {
				required: true,
				placeholder: 'e.g. ckafka-8j4ro59xx',
			}),
			integer('RouteId', 'Route ID', {
				required: true,
				description: "ID of a route, as 'Get Many' returns it",
			}),
		],
	});
