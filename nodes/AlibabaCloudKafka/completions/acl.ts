import { aclText } from '../api/records';
import { aclsLike } from '../api/requests';
import { untilListed } from './untilListed';

/** A new entry is not listed at once. */
export const aclListed = untilListed(aclsLike, aclText);
