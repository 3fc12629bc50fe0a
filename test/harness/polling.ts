import type {
	IDataObject,
	INodeExecutionData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

export interface PollOptions {
	/** `manual` is "Fetch Test Event" in the editor: n8n then does not keep the static data. */
	mode?: WorkflowExecuteMode;
	activation?: WorkflowActivateMode;
}

/** Remembers static data as n8n's database does: what is written there outlives a restart, nothing else. */
export class StaticDataStore {
	private readonly saved = new WeakMap<Workflow, IDataObject>();

	/** n8n saves after the first poll (the activation) and whenever items are emitted, but never in manual mode. */
	afterPoll(workflow: Workflow, mode: WorkflowExecuteMode, items: INodeExecutionData[][] | null) {
		const activated = this.saved.has(workflow);
		if (mode !== 'manual' && (items !== null || !activated)) {
			this.saved.set(workflow, snapshot(workflow.staticData));
		}
	}

	/** What a restarted n8n reads back. */
	read(workflow: Workflow): IDataObject {
		return snapshot(this.saved.get(workflow) ?? {});
	}

	/** A workflow read from the database counts as saved as it is. */
	restored(workflow: Workflow): Workflow {
		this.saved.set(workflow, snapshot(workflow.staticData));
		return workflow;
	}
}

// Static data is an observable proxy, which structuredClone refuses.
const snapshot = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data));
