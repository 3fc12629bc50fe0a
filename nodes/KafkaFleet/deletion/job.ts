import type { Judgement } from '../../shared/fleet/judge';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetRun } from '../run/fleetRun';
import type { Decision, Judging, Planned } from './decide';
import type { Outcome } from './send';

/** A planned deletion, and what it is carried out with. */
export interface Job {
	run: FleetRun;
	planned: Planned;
	judging: Judging;
	/** What tells the credential of the job from those of others; absent where there is but one. */
	login?: string;
}

/** What became of one planned deletion. */
export interface Done {
	planned: Planned;
	/** As it was seen last; with what its key says where it was never seen. */
	instance: FleetInstance;
	judgement?: Judgement;
	outcome: Outcome;
}

/** What became of a job before it was waited for. */
export interface Result {
	job: Job;
	decision: Decision;
	outcome: Outcome;
}
