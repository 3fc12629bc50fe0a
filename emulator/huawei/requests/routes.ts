import { percentDecode } from '../../core/encoding';
import { loadCompanions, loadFacts, type OperationFacts } from '../../core/facts';

/** A path template of the facts, taken apart. */
interface Route {
	facts: OperationFacts;
	segments: string[];
}

/** An operation found for a request, with the decoded path parameters. */
export interface Match {
	facts: OperationFacts;
	path: Record<string, string>;
}

const routesOf = (operations: OperationFacts[]): Route[] => {
	const routes = operations.map((facts) => ({
		facts,
		segments: facts.request.path.split('/'),
	}));
	// A literal segment wins over a parameter, the leftmost difference decides.
	return routes.sort((a, b) => specificity(b).localeCompare(specificity(a)));
};

const kafka = routesOf(loadFacts('huawei'));
const companions = routesOf(loadCompanions('huawei'));

function specificity(route: Route): string {
	return route.segments.map((segment) => (segment.startsWith('{') ? '0' : '1')).join('');
}

/**
 * Finds the operation of Kafka for a method and a raw path.
 * @returns 'no-path' when no template fits, 'no-method' when one fits with other methods only
 */
export const findRoute = (method: string, rawPath: string) => find(kafka, method, rawPath);

/** The same among the operations of the other services. */
export const findCompanion = (method: string, rawPath: string) => find(companions, method, rawPath);

function find(routes: Route[], method: string, rawPath: string): Match | 'no-path' | 'no-method' {
	const segments = rawPath.split('/').map(percentDecode);
	let pathFits = false;
	for (const route of routes) {
		const path = fit(route, segments);
		if (!path) continue;
		if (route.facts.request.method === method) return { facts: route.facts, path };
		pathFits = true;
	}
	return pathFits ? 'no-method' : 'no-path';
}

function fit(route: Route, segments: Array<string | null>): Record<string, string> | null {
	if (segments.length !== route.segments.length) return null;
	const values: Record<string, string> = {};
	for (const [i, template] of route.segments.entries()) {
		const segment = segments[i];
		if (segment === null) return null;
		if (!template.startsWith('{')) {
			if (segment !== template) return null;
			continue;
		}
		const name = template.slice(1, -1);
		const allowed = route.facts.request.parameters.path?.properties?.[name]?.enum;
		if (segment === '' || (allowed && !allowed.includes(segment))) return null;
		values[name] = segment;
	}
	return values;
}
