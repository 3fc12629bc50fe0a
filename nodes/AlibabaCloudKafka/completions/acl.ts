import { aclsComplete, aclsLike, noneWithoutResource } from '../api/acls';
import { aclText } from '../api/records';
import { untilGone, untilListed } from './untilListed';

/** A new entry is not listed at once. */
export const aclListed = untilListed(aclsComplete, aclText);

/** A deleted entry stays listed for a moment (terraform-provider-alicloud #10362). */
export const aclGone = untilGone(
	async (caller, json) => await noneWithoutResource(async () => await aclsLike(caller, json)),
	aclText,
);
