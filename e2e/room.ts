import type { Timeline } from '../demo/timeline';
import type { Emulator } from '../emulator';
import type { N8nSettings } from './n8n';
import type { Rest } from './rest';
import type { Runtime } from './runtime';

/** What a test of a real n8n has around it. */
export interface Room {
	runtime: Runtime;
	settings: N8nSettings;
	emulator: Emulator;
	timeline: Timeline;
}

/** The same, once n8n's server runs. */
export interface ServedRoom extends Room {
	/** Where the editor is. */
	url: string;
	rest: Rest;
}
