import { UserError } from 'n8n-workflow';

/**
 * Thrown by `authenticate` when a session has to be fetched first, which it cannot do itself. n8n takes
 * an error that looks like a 401 answer as the sign to call `preAuthentication` and then `authenticate`
 * again. The status is not an own property, so that n8n shows the message as it is.
 */
export class SessionMissing extends UserError {
	readonly response = new (class {
		get status() {
			return 401;
		}
	})();
}
