import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { Clock } from '../../shared/contract/clock';
import { asFailure, Failure } from '../../shared/contract/failure';
import type { FleetVendor, Open } from '../../shared/fleet/vendor';
import { inCloudTime, readClock } from '../../shared/request/cloudTime';
import type { Connection } from '../../shared/request/connection';
import { connect } from '../../shared/request/connection';
import { withoutSecrets, type Secrets } from '../../shared/request/secrets';
import { forItem } from './itemContext';

/** What a run of the node, a poll, or a list search needs to ask the clouds. */
export class FleetRun {
	private readonly opened = new Map<string, Promise<Connection>>();
	private readonly all = new Set<Secrets>();

	/**
	 * @param item Index of the item whose credentials count
	 * @param signal Comes when nobody waits any more
	 */
	constructor(
		readonly context: IAllExecuteFunctions,
		readonly clock: Clock,
		readonly signal: AbortSignal | undefined,
		private readonly item: number,
	) {}

	/** Opens connections of a cloud, each region's once. */
	opener(vendor: FleetVendor, signal = this.signal): Open {
		return async (region) => await this.open(vendor, region, signal);
	}

	/**
	 * A connection, whose requests end at a signal of their own.
	 *
	 * @throws {Failure} `notSent`
	 */
	async open(
		vendor: FleetVendor,
		region?: string,
		signal: AbortSignal | undefined = this.signal,
	): Promise<Connection> {
		this.needCredential(vendor);
		const key = `${vendor.cloud}|${region ?? ''}`;
		const opening =
			this.opened.get(key) ??
			connect(forItem(this.context, this.item), vendor.vendor, this.clock, region, signal, true);
		this.opened.set(key, opening);
		try {
			const connection = await opening;
			this.all.add(connection.secrets);
			return { ...connection, signal };
		} catch (error) {
			// Another scope of the region may have more time.
			this.opened.delete(key);
			throw asFailure(error);
		}
	}

	/**
	 * @throws {Failure} `notSent`: a cloud was chosen, but no credential for it
	 */
	needCredential({ label, vendor }: FleetVendor): void {
		if (this.context.getNode().credentials?.[vendor.credential]) return;
		const isChosen = 'clouds' in this.context.getNode().parameters;
		throw new Failure('notSent', `No credential is selected for ${label}`, {
			advice: `Select a credential for ${label}${isChosen ? ", or remove it from 'Clouds'" : ''}.`,
		});
	}

	/** Unix time by the clock of the cloud, milliseconds; `undefined` where it is not known. */
	cloudTime({ addressee }: Connection): number | undefined {
		return inCloudTime(addressee, readClock(this.clock));
	}

	/** The same without what was sent as a secret. */
	hide<T>(value: T): T {
		let hidden = value;
		for (const secrets of this.all) {
			// The words of an error are no member of it that JSON has.
			hidden =
				hidden instanceof Failure ? (withoutSecrets(hidden, secrets) as T) : secrets.hide(hidden);
		}
		return hidden;
	}
}
