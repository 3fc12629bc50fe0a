import type { HttpAnswer } from '../contract/vendor';

/** Statuses of the 4xx that say something of the request, whoever answers with them. */
const OF_THE_REQUEST = new Set([408, 429]);

/**
 * Whether a proxy or gateway has answered with a page of its own, which says nothing of the request.
 * Those with a 5xx are left to the vendor: the request may have reached the service.
 */
export const isPage = ({ status, body }: HttpAnswer): boolean =>
	status < 500 && typeof body === 'string' && /^\s*</.test(body) && !OF_THE_REQUEST.has(status);
