import type { IDataObject } from 'n8n-workflow';

import { usersLike } from '../api/requests';
import { untilGone, untilListed } from './untilListed';

const named = ({ Username: name }: IDataObject) => `user ${String(name)}`;

/** A new user is not there at once; until then an ACL for it is refused. */
export const userListed = untilListed(usersLike, named);

/** A deleted user stays listed for a moment. */
export const userGone = untilGone(usersLike, named);
