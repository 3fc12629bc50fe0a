import { aclText } from '../api/records';
import { aclsComplete, aclsLike } from '../api/requests';
import { untilGone, untilListed } from './untilListed';

/** A new entry is not listed at once. */
export const aclListed = untilListed(aclsComplete, aclText);

/** A deleted entry stays listed for a moment (terraform-provider-alicloud #10362). */
export const aclGone = untilGone(aclsLike, aclText);
