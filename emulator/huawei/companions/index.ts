import { ces } from './ces';
import type { Companion } from './companion';
import { eip } from './eip';
import { eps } from './eps';
import { iam } from './iam';
import { kms } from './kms';
import { sts } from './sts';
import { vpc } from './vpc';

/** The services beside Kafka that the listener serves, each with the operations of the facts that it has. */
export const COMPANIONS: readonly Companion[] = [ces, eip, eps, iam, kms, sts, vpc];
