import { groupsNamed } from '../api/requests';
import { untilGone } from './untilListed';

/** A deletion goes on after its answer; the group stays listed for a while (terraform-provider-alicloud #6794). */
export const groupGone = untilGone(
	async (caller, { InstanceId, ConsumerId }) => await groupsNamed(caller, InstanceId, ConsumerId),
	({ ConsumerId: name }) => `consumer group ${String(name)}`,
);
