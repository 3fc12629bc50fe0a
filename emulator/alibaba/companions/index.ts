import * as cms from './cms';
import type { CompanionHandler } from './companion';
import * as ecs from './ecs';
import * as kms from './kms';
import * as resourceManager from './resourceManager';
import * as sts from './sts';
import * as vpc from './vpc';

/** Handlers of the services beside Kafka by operation name, one file a service. */
export const COMPANIONS: Readonly<Record<string, CompanionHandler>> = {
	...cms,
	...ecs,
	...kms,
	...resourceManager,
	...sts,
	...vpc,
};

/** Operations that nothing signs: a token among the parameters says who asks. */
export const ANONYMOUS: ReadonlySet<string> = new Set(['AssumeRoleWithOIDC']);
