import { usersLike } from '../api/requests';
import { untilListed } from './untilListed';

/** A new user is not there at once; until then an ACL for it is refused. */
export const userListed = untilListed(usersLike, ({ Username: name }) => `user ${String(name)}`);
