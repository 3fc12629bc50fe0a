import type { Field } from '../../../../shared/contract/field';
import { integer, locator, rows } from '../../../../shared/form/fields';

/** A route and its instance, each from its list. */
export const routeOfInstance = (): Field[] => [
	locator('InstanceId', 'Instance', {
		required: true,
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. ckafka-8j4ro59xx',
		description: 'Instance that has the route',
	}),
	routeInRow(),
];

/** The list depends on the instance of the same row. */
function routeInRow(): Field {
	const field = locator('RouteId', 'Route', {
		required: true,
		search: 'searchRoutesOfRow',
		dependsOn: ['&instanceId.value'],
		by: 'ID',
		placeholder: 'e.g. 81234',
		description: 'Route of the instance',
	});
	const number = integer('RouteId', 'Route', { required: true });
	return { ...field, serialize: number.serialize };
}

/** Several routes, also of several instances. */
export const severalRoutes = (description: string): Field =>
	rows('InstanceRoutes', 'Routes', {
		required: true,
		entry: 'Route',
		description,
		fields: routeOfInstance(),
	});
